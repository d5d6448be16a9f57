using System.Diagnostics.CodeAnalysis;
using InfoShare.Clocks;

namespace InfoShare.Directory;

/// <summary>
/// When a post is staffed, by the clock on the wall in England: <c>mon-fri 08:30-17:00; sat 09:00-12:00</c>, or <c>always</c>.
/// A time that is not later than the one before it is on the next day: <c>fri 22:00-06:00</c>. Bank holidays are not considered.
/// </summary>
public sealed class Hours
{
    /// <summary>Null: always.</summary>
    private readonly IReadOnlyList<OpeningTime>? times;

    private Hours(IReadOnlyList<OpeningTime>? times) => this.times = times;

    /// <summary>Reads hours; false for anything that is not in the form above.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Hours? hours)
    {
        hours = null;
        if (string.Equals(text?.Trim(), "always", StringComparison.OrdinalIgnoreCase))
            hours = new(null);
        else if (HoursText.Read(text) is { } times)
            hours = new(times);
        return hours is not null;
    }

    /// <summary>Whether the post is staffed at this moment.</summary>
    public bool Covers(DateTimeOffset at)
    {
        if (times is null)
            return true;
        var local = London.Of(at);
        return times.Any(t => t.Covers(local.DayOfWeek, local.TimeOfDay));
    }
}
