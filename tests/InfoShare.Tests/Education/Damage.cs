using System.Text;

namespace InfoShare.Tests.Education;

/// <summary>Damages files. Half the damage is to bytes; half is to whole texts between two marks, so that files stay readable more often.</summary>
internal static class Damage
{
    /// <param name="seed">A sound file.</param>
    /// <param name="random">What decides.</param>
    /// <param name="values">What stands in a text's place.</param>
    /// <param name="before">The mark before a text.</param>
    /// <param name="after">The mark behind it.</param>
    public static byte[] Of(byte[] seed, Random random, string[] values, char before = '>', char after = '<')
    {
        var bytes = seed.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at))); break;
                default: Replace(bytes, at, values[random.Next(values.Length)], (byte)before, (byte)after); break;
            }

            if (bytes.Count == 0)
                return [];
        }

        return [.. bytes];
    }

    private static void Replace(List<byte> bytes, int at, string value, byte before, byte after)
    {
        var start = bytes.IndexOf(before, at) + 1;
        var end = start == 0 || start == bytes.Count ? -1 : bytes.IndexOf(after, start);
        if (end < 0)
            return;
        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, Encoding.UTF8.GetBytes(value));
    }
}
