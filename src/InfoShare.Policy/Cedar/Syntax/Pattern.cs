namespace InfoShare.Policy.Cedar.Syntax;

/// <summary>The right side of <c>like</c>.</summary>
/// <param name="Pieces">The text between the wildcards, in order: one more than there are wildcards, and possibly empty.</param>
public sealed record Pattern(IReadOnlyList<string> Pieces)
{
    /// <summary>Whether the whole of the text matches; each wildcard stands for any text, also none.</summary>
    public bool Matches(string text)
    {
        if (Pieces.Count == 1)
            return text == Pieces[0];
        var (first, last) = (Pieces[0], Pieces[^1]);
        if (text.Length < first.Length + last.Length || !text.StartsWith(first, StringComparison.Ordinal) || !text.EndsWith(last, StringComparison.Ordinal))
            return false;

        // Between two wildcards the leftmost place is as good as any other, so nothing is ever tried twice.
        var rest = text.AsSpan(first.Length, text.Length - first.Length - last.Length);
        for (var i = 1; i < Pieces.Count - 1; i++)
        {
            var at = rest.IndexOf(Pieces[i], StringComparison.Ordinal);
            if (at < 0)
                return false;
            rest = rest[(at + Pieces[i].Length)..];
        }

        return true;
    }
}
