using InfoShare.Contracts.Codes;

namespace InfoShare.Directory;

/// <summary>An organisation that holds a piece of children's stories: a school, trust, practice, police force or authority.</summary>
/// <param name="Id">Scheme and public code: <c>urn/999998</c>, <c>ods/ZZ999</c>, <c>police/03</c>, <c>la/E06000063</c>.</param>
/// <param name="Kind">Its kind of agency.</param>
/// <param name="Name">Its name. A name tells where a child lives: it counts as location where an address is restricted.</param>
/// <param name="Areas">GSS codes of the children's-services authorities it covers; a force or a trust covers several.</param>
/// <param name="From">First day in effect; null for no limit.</param>
/// <param name="To">Last day in effect; null for no limit.</param>
public sealed record Organisation(
    string Id, AgencyKind Kind, string Name, IReadOnlyList<string> Areas, DateOnly? From, DateOnly? To) : IEntry;
