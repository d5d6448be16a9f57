namespace InfoShare.Directory;

/// <summary>Follows deputies and fallbacks from a post to the one that is in effect.</summary>
internal static class StandIn
{
    private const int MostSteps = 5;

    /// <summary>Nearest first, and of two equally near the deputy: a breadth-first walk, so that no circle of deputies holds it up.</summary>
    public static Post? For(Post post, Func<string, IEnumerable<Post>> versions, Func<Post, bool> inEffect)
    {
        var seen = new HashSet<string>();
        IReadOnlyList<string> here = [post.Id];
        for (var step = 0; step <= MostSteps && here.Count > 0; step++)
        {
            var candidates = here.Where(seen.Add).SelectMany(id => id == post.Id ? versions(id).Prepend(post) : versions(id)).ToList();
            if (candidates.Find(p => inEffect(p)) is { } standing)
                return standing;
            here = [.. candidates.SelectMany<Post, string?>(p => [p.Deputy, p.Fallback]).OfType<string>()];
        }

        return null;
    }
}
