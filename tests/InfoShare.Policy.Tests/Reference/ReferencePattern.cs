using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Tests.Reference;

/// <summary>Cedar's <c>like</c>.</summary>
internal static class ReferencePattern
{
    /// <summary>Follows every place where the part of the pattern read so far may end.</summary>
    public static bool Matches(string text, Pattern pattern)
    {
        List<int> ends = [0];
        for (var i = 0; i < pattern.Pieces.Count; i++)
        {
            var piece = pattern.Pieces[i];
            var starts = i == 0 ? ends : [.. Enumerable.Range(0, text.Length + 1).Where(place => ends.Any(end => end <= place))];
            ends = [.. starts.Where(start => text[start..].StartsWith(piece, StringComparison.Ordinal)).Select(start => start + piece.Length)];
        }

        return ends.Contains(text.Length);
    }
}
