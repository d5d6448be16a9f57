namespace InfoShare.Tests.Fuzz;

/// <summary>What stands in a value's place.</summary>
internal static class Values
{
    /// <summary>Invented, and in no code list: who finds it in a reason has found a value that was repeated.</summary>
    public const string Canary = "Zzcanary";

    private static readonly string[] Numbers =
        ["0", "-1", "1e309", "99999999999999999999999999", "2147483648", "-9223372036854775809", "0000000000000000001", "1.5", "\u0661\u0662", new('9', 5_000)];

    private static readonly string[] Others =
    [
        "", " ", "null", "true", "Zz", "0001-01-01", "9999-12-31", "2026-02-30", "31/02/2026", "2026-11-20T09:00:00Z", "2099-01-01T00:00:00+14:00",
        "\u202Eelbisrever", "\u0000", "\uFFFF", "\uD83D\uDE00", "&amp;", "&nothing;", "<![CDATA[x]]>", "<!--", "\\u0000", "\\", "=1+1", new('x', 20_000),
    ];

    private static readonly string[] Canaries =
        [Canary, $"{Canary} Family", $"{Canary}.Given@example.org", $"{Canary}-2016-05-14", $"{Canary}/9990123454", $" {Canary} ", $"#{Canary}", $"urn:uuid:{Canary}"];

    public static string Number(Random random) => Numbers[random.Next(Numbers.Length)];

    /// <summary>Half of them are canaries.</summary>
    public static string Any(Random random) => random.Next(4) switch
    {
        0 => Others[random.Next(Others.Length)],
        1 => Number(random),
        _ => Canaries[random.Next(Canaries.Length)],
    };
}
