namespace InfoShare.Checker.History;

/// <summary>What was handed in, and with what success. Unknown is not failed: such a message may have had its effect or not.</summary>
public sealed class Account
{
    private readonly Dictionary<string, Message> messages;
    private readonly ILookup<string, Attempt> attempts;
    private readonly ILookup<string, Message> byAbout;
    private readonly ILookup<string, Message> byChild;

    public Account(IEnumerable<Message> messages, IEnumerable<Attempt> attempts)
    {
        this.messages = messages.ToDictionary(m => m.Marker);
        this.attempts = attempts.ToLookup(a => a.Marker);
        byChild = this.messages.Values.ToLookup(m => m.Child.Id);
        byAbout = this.messages.Values.ToLookup(m => m.About);
    }

    public IReadOnlyCollection<Message> Messages => messages.Values;

    /// <summary>Those that an adapter said were saved.</summary>
    public IEnumerable<Message> Accepted => messages.Values.Where(m => OutcomeOf(m) is Outcome.Ok);

    public Message? Find(string marker) => messages.GetValueOrDefault(marker);

    /// <summary>Ok as soon as one attempt was; fail only when each was.</summary>
    public Outcome OutcomeOf(Message message)
    {
        var outcomes = attempts[message.Marker].Select(a => a.Outcome).ToList();
        return outcomes.Contains(Outcome.Ok) ? Outcome.Ok
            : outcomes.Count(o => o is Outcome.Invoke) == outcomes.Count(o => o is Outcome.Fail) ? Outcome.Fail
            : Outcome.Unknown;
    }

    /// <summary>When it was first said to be saved.</summary>
    public double? AcceptedAt(Message message) => attempts[message.Marker].FirstOrDefault(a => a.Outcome is Outcome.Ok)?.At;

    /// <summary>The adapter's id of it, if one was told.</summary>
    public string? IdOf(Message message) => attempts[message.Marker].FirstOrDefault(a => a.MessageId is not null)?.MessageId;

    /// <summary>Every message about the same concern, consent or move.</summary>
    public IEnumerable<Message> About(Message message) => byAbout[message.About];

    /// <summary>The concern was, or may have been, taken back.</summary>
    public bool MayBeTakenBack(Message message) => About(message).Any(m => m.Kind is MessageKind.Withdrawal && OutcomeOf(m) is not Outcome.Fail);

    /// <summary>The child's agreement was, or may have been, taken back.</summary>
    public bool AgreementMayBeTakenBack(Message message) =>
        byChild[message.Child.Id].Any(m => m.Kind is MessageKind.ConsentWithdrawal && OutcomeOf(m) is not Outcome.Fail);
}
