using System.Globalization;

namespace InfoShare.ChildIndex.Normalising;

/// <summary>A date of birth as it is compared: what is written counts, also where no calendar has it.</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Month">0 to 99: a slip of the pen may have made it one that there is not.</param>
/// <param name="Day">0 to 99.</param>
public readonly record struct BirthDate(int Year, int Month, int Day)
{
    private static readonly string[] Named = ["d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "d MMM yy"];

    /// <summary>The first day of a year is also what is written for "about that year": by itself it says little.</summary>
    public bool IsRough => (Month, Day) is (1, 1) or (0, 0);

    /// <summary>Year, month and day as eight digits.</summary>
    public int Digits => Year * 10_000 + Month * 100 + Day;

    /// <summary>With day and month the other way round.</summary>
    public BirthDate Swapped => new(Year, Day, Month);

    /// <summary>
    /// Reads 2019-04-13, 20190413, 13/04/2019, 13.4.2019, 13 Apr 2019, each also with a time behind it; a day of two and one of four digits
    /// with a sign between is British, day first. Null: none, or one that only stands for "not known".
    /// </summary>
    public static BirthDate? Read(string? text)
    {
        var written = (text ?? "").Trim();
        var end = written.IndexOfAny(['T', ' ']);
        var date = Digit(written) ?? (end > 0 ? Digit(written[..end]) : null) ?? Words(written);
        return date is { } read && !IsPlaceholder(read) ? date : null;
    }

    private static BirthDate? Digit(string text)
    {
        if (text.Length == 8 && text.All(char.IsAsciiDigit))
            return new(Number(text[..4]), Number(text[4..6]), Number(text[6..]));
        return text.Split('-', '/', '.') is [var one, var two, var three] && new[] { one, two, three }.All(part => part.Length is > 0 and <= 4 && part.All(char.IsAsciiDigit))
            ? (one.Length, three.Length) switch
            {
                (4, <= 2) => new(Number(one), Number(two), Number(three)),
                ( <= 2, 4) => new(Number(three), Number(two), Number(one)),
                _ => null,
            }
            : null;
    }

    private static BirthDate? Words(string text) =>
        DateOnly.TryParseExact(text, Named, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new(date.Year, date.Month, date.Day) : null;

    /// <summary>What systems write where they must write something.</summary>
    private static bool IsPlaceholder(BirthDate date) => date.Year == 0 || date is (1900, 1, 1) or (1899, 12, 30) or (1899, 12, 31) or (9999, 12, 31) or (1, 1, 1) or (1753, 1, 1);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
