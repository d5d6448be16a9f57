namespace InfoShare.Directory;

/// <summary>A team of an organisation.</summary>
/// <param name="Id">Organisation and name: <c>la/E06000063/fell-team</c>.</param>
/// <param name="Organisation">Id of its organisation.</param>
/// <param name="Name">Its name; counts as location where an address is restricted.</param>
/// <param name="Areas">GSS codes of the areas it covers, among its organisation's.</param>
/// <param name="From">First day in effect; null for no limit.</param>
/// <param name="To">Last day in effect; null for no limit.</param>
public sealed record Team(
    string Id, string Organisation, string Name, IReadOnlyList<string> Areas, DateOnly? From, DateOnly? To) : IEntry;
