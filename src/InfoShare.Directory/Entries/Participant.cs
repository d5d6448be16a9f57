using InfoShare.Contracts.Codes;

namespace InfoShare.Directory;

/// <summary>A connection: one adapter and its queues. It is the way to reach organisations, never itself a recipient.</summary>
/// <param name="Id">Kind of agency and name, for ever: <c>social-care-cumberland</c>.</param>
/// <param name="Kind">The kind of all organisations it serves.</param>
/// <param name="Organisations">Ids of the organisations it speaks for and delivers to.</param>
/// <param name="DefaultFrontDoor">The authority, such as <c>la/E06000063</c>, whose front door is used when a child's area is unknown.</param>
/// <param name="From">First day in effect; null for no limit.</param>
/// <param name="To">Last day in effect; null for no limit.</param>
public sealed record Participant(
    string Id, AgencyKind Kind, IReadOnlyList<string> Organisations, string DefaultFrontDoor, DateOnly? From, DateOnly? To) : IEntry;
