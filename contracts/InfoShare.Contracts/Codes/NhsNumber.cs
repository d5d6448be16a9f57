namespace InfoShare.Contracts.Codes;

/// <summary>The check digit of NHS numbers.</summary>
/// <remarks>
/// Source: NHS Data Dictionary, NHS NUMBER. The first nine digits, weighted 10 down to 2, are summed; the check digit is
/// 11 less the remainder of the sum by 11, where 11 is written 0, and 10 means that no such number is issued.
/// </remarks>
public static class NhsNumber
{
    /// <summary>Digits of an NHS number.</summary>
    public const int Length = 10;

    /// <summary>Whether the text is ten digits with the right check digit; spaces between them do not matter.</summary>
    /// <remarks>Ten equal digits always satisfy the rule, but they are what systems write for "not known", so they are not valid.</remarks>
    public static bool IsValid(string? text)
    {
        var number = Compact(text);
        return number.Length == Length
            && number.All(char.IsAsciiDigit)
            && number.Distinct().Skip(1).Any()
            && CheckDigit(number) == number[^1];
    }

    /// <summary>The number without spaces.</summary>
    public static string Compact(string? text) => text?.Replace(" ", "", StringComparison.Ordinal) ?? "";

    private static char? CheckDigit(string number)
    {
        var sum = number.Take(Length - 1).Select((digit, i) => (digit - '0') * (Length - i)).Sum();
        return (11 - sum % 11) switch { 11 => '0', 10 => null, var check => (char)('0' + check) };
    }
}
