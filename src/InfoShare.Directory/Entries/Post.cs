namespace InfoShare.Directory;

/// <summary>A role at an organisation, held by a post and never by a person.</summary>
/// <param name="Id">Organisation and name: <c>la/E06000063#children-services-front-door</c>.</param>
/// <param name="Role">A code of <see cref="Contracts.Codes.Roles"/>.</param>
/// <param name="Organisation">Id of the organisation.</param>
/// <param name="Team">Id of the team, if the post works for one team only.</param>
/// <param name="Contact">How to reach the post in its hours, such as a telephone number.</param>
/// <param name="Hours">When the post is staffed, as <see cref="Directory.Hours"/> reads it: <c>mon-fri 08:30-17:00</c> or <c>always</c>.</param>
/// <param name="OutOfHours">How to reach somebody outside these hours.</param>
/// <param name="Deputy">Id of the post that stands in first.</param>
/// <param name="Fallback">Id of the post that stands in when the deputy cannot.</param>
/// <param name="Grants">What the post may see that others may not, of <see cref="Directory.Grants"/>.</param>
/// <param name="From">First day in effect; null for no limit.</param>
/// <param name="To">Last day in effect; null for no limit.</param>
public sealed record Post(
    string Id, string Role, string Organisation, string? Team, string Contact, string Hours, string? OutOfHours,
    string? Deputy, string? Fallback, IReadOnlyList<string> Grants, DateOnly? From, DateOnly? To) : IEntry;
