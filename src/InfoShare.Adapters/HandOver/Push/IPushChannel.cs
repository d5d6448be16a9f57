namespace InfoShare.Adapters.HandOver.Push;

/// <summary>Brings a file to a system that takes what is sent to it.</summary>
internal interface IPushChannel : IDisposable
{
    /// <summary>Sends one. Whatever goes wrong on the way is an outcome.</summary>
    Task<PushOutcome> PushAsync(Parcel parcel, CancellationToken cancellationToken);
}

/// <summary>What is sent.</summary>
/// <param name="Id">The same at every try, so that the system can tell a repeat: of a delivery its id.</param>
/// <param name="Kind"><c>delivery</c>, <c>withheld</c> or <c>recall</c>.</param>
/// <param name="File">The file, in the form that the system loads.</param>
internal sealed record Parcel(string Id, string Kind, ArrivalFile File);

/// <summary>What came of one try. Its words are codes: they go to the log and to the agency's people.</summary>
internal abstract record PushOutcome
{
    private PushOutcome() { }

    /// <summary>The system has it.</summary>
    /// <param name="Name">What it is called there, or under way.</param>
    public sealed record Taken(string Name) : PushOutcome;

    /// <summary>The system is not there, or busy: another time.</summary>
    /// <param name="Why">Such as <c>answered 503</c>.</param>
    /// <param name="After">Its wish, if it has one.</param>
    public sealed record NotNow(string Why, TimeSpan? After = null) : PushOutcome;

    /// <summary>The system will not have it.</summary>
    /// <param name="Why">Such as <c>answered 422</c>.</param>
    public sealed record Refused(string Why) : PushOutcome;
}
