using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace InfoShare.Policy.Tests.Properties.Generators;

/// <summary>Texts for the constructors of the extension types: most well formed, some at a limit, some damaged.</summary>
internal static class ExtensionTexts
{
    private const string Alphabet = "0123456789afFTZdhms:.-+/ _\n\0５";

    public static readonly Gen<string> Decimal = Mostly(
        Joined(Sign, Digits(1, 3), Gen.Constant("."), Digits(1, 4)),
        "922337203685477.5807", "-922337203685477.5808", "922337203685477.5808", "-922337203685477.5809", "-0.0", "00.10", "1.00000");

    public static readonly Gen<string> IpAddress = Mostly(
        Gen.OneOf(
            Joined(V4, Prefix(32)),
            Joined(V6(8), Prefix(128)),
            Joined(Gen.Choose(0, 7).SelectMany(V6), Gen.Constant("::"), Gen.Choose(0, 7).SelectMany(V6), Prefix(128))),
        "127.0.0.1", "127.0.0.0/7", "224.0.0.1/4", "::1", "::1/127", "::", "::/0", "0.0.0.0/0", "ff00::/8", "1:2:3:4:5:6:7::", "::ffff:1.2.3.4", "1.2.3.04", "1.2.3.4/032");

    public static readonly Gen<string> DateTime = Mostly(
        Joined(Date, Gen.OneOf(Gen.Constant(""), Joined(Time, Gen.OneOf(Gen.Constant(""), Joined(Gen.Constant("."), Digits(3, 3))), Zone))),
        "0000-01-01", "0000-02-29", "9999-12-31T23:59:59.999-2359", "0000-01-01T00:00:00+2359", "1900-02-29", "2000-02-29", "2024-12-31T23:59:60Z", "1970-01-01T24:00:00Z", "1970-01-01T00:00:00+2400");

    public static readonly Gen<string> Duration = Mostly(
        Joined(Sign, Quantity("d"), Quantity("h"), Quantity("m"), Quantity("s"), Quantity("ms")),
        "", "-", "0ms", "9223372036854775807ms", "9223372036854775808ms", "-9223372036854775808ms", "106751991167d", "-106751991168d", "1ms1s", "1d1d");

    private static Gen<string> Sign => Gen.Elements("", "", "-");

    private static Gen<string> V4 => Number(0, 255).ArrayOf(4).Select(parts => string.Join('.', parts));

    private static Gen<string> Date => Joined(Number(1968, 2001, "0000"), Gen.Constant("-"), Number(0, 13, "00"), Gen.Constant("-"), Number(1, 31, "00"));

    private static Gen<string> Time => Joined(Gen.Constant("T"), Number(0, 24, "00"), Gen.Constant(":"), Number(0, 60, "00"), Gen.Constant(":"), Number(0, 60, "00"));

    private static Gen<string> Zone => Gen.OneOf(Gen.Constant("Z"), Joined(Gen.Elements("+", "-"), Number(0, 24, "00"), Number(0, 60, "00")));

    private static Gen<string> V6(int groups) => Gen.Choose(0, 0xffff).Select(group => group.ToString("x", CultureInfo.InvariantCulture)).ArrayOf(groups).Select(parts => string.Join(':', parts));

    private static Gen<string> Prefix(int most) => Gen.OneOf(Gen.Constant(""), Number(0, most + 1).Select(length => $"/{length}"));

    private static Gen<string> Quantity(string unit) => Gen.Frequency((2, Gen.Constant("")), (1, Digits(1, 4).Select(digits => digits + unit)));

    private static Gen<string> Number(int least, int most, string format = "0") => Gen.Choose(least, most).Select(number => number.ToString(format, CultureInfo.InvariantCulture));

    private static Gen<string> Digits(int least, int most) => Gen.Choose(least, most).SelectMany(length => Gen.Elements("0123456789".ToCharArray()).ArrayOf(length)).Select(digits => new string(digits));

    private static Gen<string> Joined(params Gen<string>[] parts) => Gen.CollectToArray(parts).Select(string.Concat);

    private static Gen<string> Mostly(Gen<string> wellFormed, params string[] notable) =>
        Gen.Frequency((8, wellFormed), (3, Gen.Elements(notable)), (1, wellFormed.SelectMany(Damaged)));

    /// <summary>One character dropped, put in or replaced.</summary>
    private static Gen<string> Damaged(string text) =>
        from at in Gen.Choose(0, Math.Max(0, text.Length - 1))
        from dropped in Gen.Choose(0, Math.Min(1, text.Length))
        from added in Gen.Elements("", Alphabet[at % Alphabet.Length].ToString()).Or(Gen.Elements(Alphabet.ToCharArray()).Select(c => c.ToString()))
        select text[..at] + added + text[(at + dropped)..];
}
