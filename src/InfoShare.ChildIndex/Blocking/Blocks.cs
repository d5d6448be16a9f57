using InfoShare.ChildIndex.Normalising;

namespace InfoShare.ChildIndex.Blocking;

/// <summary>Finds the pairs to compare.</summary>
public static class Blocks
{
    /// <summary>A key that more have in common tells too little to be worth comparing them all: another key finds those that matter.</summary>
    public const int Most = 200;

    /// <summary>Each pair once, the smaller index first, in order.</summary>
    /// <param name="people">All of them.</param>
    /// <param name="mayMatch">Whether two are to be compared at all.</param>
    public static IReadOnlyList<(int One, int Other)> Pairs(IReadOnlyList<Profile> people, Func<int, int, bool> mayMatch)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(mayMatch);
        // Sorted and not hashed: the usual hash of two indexes in one number is nearly the same for all neighbours.
        var pairs = new List<long>();
        foreach (var block in Gather(people))
        {
            for (var j = 1; j < block.Count; j++)
            {
                for (var i = 0; i < j; i++)
                {
                    if (mayMatch(block[i], block[j]))
                        pairs.Add((long)block[i] << 32 | (uint)block[j]);
                }
            }
        }

        pairs.Sort();
        var distinct = new List<(int, int)>(pairs.Count / 2);
        long last = -1;
        foreach (var pair in pairs)
        {
            if (pair != last)
                distinct.Add(((int)(pair >> 32), (int)(pair & uint.MaxValue)));
            last = pair;
        }

        return distinct;
    }

    private static IEnumerable<List<int>> Gather(IReadOnlyList<Profile> people)
    {
        var blocks = new Dictionary<string, List<int>>();
        for (var i = 0; i < people.Count; i++)
        {
            foreach (var key in BlockingKeys.Of(people[i]))
            {
                if (!blocks.TryGetValue(key, out var block))
                    blocks[key] = block = [];
                if (block.Count <= Most)
                    block.Add(i);
            }
        }

        return blocks.Values.Where(block => block.Count is > 1 and <= Most);
    }
}
