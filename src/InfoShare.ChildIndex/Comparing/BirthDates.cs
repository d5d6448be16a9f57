using System.Globalization;
using InfoShare.ChildIndex.Normalising;
using InfoShare.ChildIndex.Similarity;

namespace InfoShare.ChildIndex.Comparing;

/// <summary>Compares dates of birth.</summary>
public static class BirthDates
{
    public static Agreement Of(BirthDate? one, BirthDate? other) => (one, other) switch
    {
        ({ } a, { } b) when a == b => a.IsRough ? Agreement.Partly : Agreement.Same,
        ({ } a, { } b) when a == b.Swapped || AreOneSlipApart(a, b) => Agreement.Slip,
        ({ } a, { } b) when Equal(a.Year == b.Year, a.Month == b.Month, a.Day == b.Day) || ((a.IsRough || b.IsRough) && a.Year == b.Year) => Agreement.Partly,
        ({ }, { }) => Agreement.Different,
        _ => Agreement.Unknown,
    };

    private static bool Equal(bool year, bool month, bool day) => year ? month || day : month && day;

    private static bool AreOneSlipApart(BirthDate one, BirthDate other)
    {
        Span<char> a = stackalloc char[8], b = stackalloc char[8];
        return Write(one, a) && Write(other, b) && Slips.AtMostOne(a, b);
    }

    private static bool Write(BirthDate date, Span<char> digits) => date.Digits.TryFormat(digits, out var written, "d8", CultureInfo.InvariantCulture) && written == digits.Length;
}
