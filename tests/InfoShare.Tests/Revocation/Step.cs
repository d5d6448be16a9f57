namespace InfoShare.Tests.Revocation;

/// <summary>Something that happens to one of a few children.</summary>
public abstract record Step
{
    private Step() { }

    /// <summary>Somebody agrees to sharing, from some minutes on and for some minutes; 0: without end.</summary>
    public sealed record Agrees(int Child, int Consent, int After, int For, bool Counts) : Step;

    /// <summary>An agreement is taken back.</summary>
    public sealed record TakesBack(int Child, int Consent) : Step;

    /// <summary>A concern is raised that early help hears of only with an agreement, or by emergency access.</summary>
    public sealed record Raises(int Child) : Step;

    /// <summary>Early help gets emergency access.</summary>
    public sealed record BreaksGlass(int Child, int Hours) : Step;

    /// <summary>The emergency access that was asked for last is stopped.</summary>
    public sealed record Stops(int Child) : Step;

    /// <summary>The recipient's adapter reads for a moment.</summary>
    /// <param name="Reports">Whether it says what became of what it read.</param>
    public sealed record Sends(bool Reports) : Step;

    public sealed record Passes(int Minutes) : Step;

    public sealed record KeepsHouse : Step;

    /// <summary>The process ends and starts again.</summary>
    public sealed record Restarts : Step;
}
