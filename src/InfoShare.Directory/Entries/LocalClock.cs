using InfoShare.Clocks;

namespace InfoShare.Directory;

/// <summary>A clock as the safeguarding partnership of an area sets it.</summary>
/// <param name="Clock">Name of the clock, of <see cref="NamedClocks"/>.</param>
/// <param name="Area">GSS code of the authority for children's services whose partnership it is.</param>
/// <param name="Length">How long it runs there.</param>
/// <param name="Source">Where the partnership says so.</param>
/// <param name="From">First day in effect; null for no limit. A clock that has started keeps the length of its first day.</param>
/// <param name="To">Last day in effect; null for no limit.</param>
public sealed record LocalClock(string Clock, string Area, ClockLength Length, string Source, DateOnly? From, DateOnly? To) : IEntry
{
    string IEntry.Id => $"{Area} {Clock}";
}
