using System.Text;
using InfoShare.Checker.History;

namespace InfoShare.Faults.Load;

/// <summary>What no adapter can use: each must be refused, and disturb nobody.</summary>
internal static class Poison
{
    public static IReadOnlyList<byte[]> Of(Message message)
    {
        var good = Encoding.UTF8.GetString(Canonical.Write(message with { Kind = MessageKind.Concern, Level = 3 }));
        return
        [
            Bytes(good[..(good.Length / 2)]),
            Bytes(good.Replace("\"levelOfNeed\":3", "\"levelOfNeed\":\"three\"", StringComparison.Ordinal)),
            Bytes(good.Replace("concern.raised.v1", "concern.raised.v7", StringComparison.Ordinal)),
            Bytes(good.Replace("\"specversion\":\"1.0\"", "\"specversion\":{}", StringComparison.Ordinal)),
            Bytes(good.Replace("Invented.", new string('x', 30_000_000), StringComparison.Ordinal)),
            Bytes(new string('[', 100_000) + good),
            [0xFF, 0xFE, 0x00, 0x80, 0xC0, 0xAF],
            [],
        ];
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
