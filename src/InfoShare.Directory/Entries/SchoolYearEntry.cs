using InfoShare.Clocks;

namespace InfoShare.Directory;

/// <summary>A school's term dates for some days in a row.</summary>
/// <param name="School">Id of the school: <c>urn/999998</c>.</param>
/// <param name="Dates">Its terms, half-terms, inset days and the start of its day.</param>
/// <param name="From">First day that the dates speak for.</param>
/// <param name="To">Last day that the dates speak for.</param>
public sealed record SchoolYearEntry(string School, SchoolYear Dates, DateOnly? From, DateOnly? To) : IEntry
{
    string IEntry.Id => School;
}
