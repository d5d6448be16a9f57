namespace InfoShare.Policy.Explaining;

/// <summary>One thing that should be otherwise, for a clause to be as wanted.</summary>
/// <param name="Subject">What it is about: two wishes about the same are one.</param>
/// <param name="Say">Says it, of the options.</param>
/// <param name="Options">Of a level or a role: those of which one is needed. Otherwise empty.</param>
internal sealed record Wish(ChangeKind Kind, string Subject, Func<IReadOnlyList<string>, string> Say, IReadOnlyList<string> Options)
{
    /// <summary>The facts as wished, of one option (of none: an empty one); null where that cannot be said in facts.</summary>
    public Func<SharingFacts, string, SharingFacts>? Apply { get; init; }

    /// <summary>Says less than any other about the same subject: that there is some level, some agreement.</summary>
    public bool Weak { get; init; }

    /// <summary>It would lift what protects somebody, or make this another part: nobody is told to wish it.</summary>
    public bool Impossible { get; init; }

    public string Words => Say(Options);

    /// <summary>All of them, one for each subject; null where they exclude each other.</summary>
    public static IReadOnlyList<Wish>? Together(IEnumerable<Wish> wishes)
    {
        var together = wishes.GroupBy(wish => wish.Subject).SelectMany(Same).ToList();
        return together.Any(wish => wish.Impossible) ? null : together;
    }

    private static IEnumerable<Wish> Same(IEnumerable<Wish> wishes)
    {
        Wish[] all = [.. wishes];
        Wish[] strong = all.All(wish => wish.Weak) ? all : [.. all.Where(wish => !wish.Weak)];
        if (strong.All(wish => wish.Options.Count == 0))
            return strong.DistinctBy(wish => wish.Words);
        IReadOnlyList<string> options = [.. strong[0].Options.Where(option => strong.All(wish => wish.Options.Contains(option)))];
        return [strong[0] with { Options = options, Impossible = options.Count == 0 || strong.Any(wish => wish.Impossible) }];
    }
}
