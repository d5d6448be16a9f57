using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Failures;

namespace InfoShare.Console.Words;

/// <summary>Why deliveries failed, and what is to be done about it, in plain words.</summary>
public static class FailureWords
{
    private static readonly Dictionary<string, (string Cause, string ToDo)> Known = new()
    {
        [FailureCauses.NotTaken] = ("The recipient’s system did not take them", "Ask the participant what its system objects to. When that is mended, send them again."),
        [FailureCauses.Attempts] = ("The recipient’s queue lost or refused them again and again", "See that the participant’s adapter reads its queue. Then send them again."),
        [FailureCauses.Unserved] = ("No participant serves the organisation", "Add the organisation to the directory. Then send them again: they go to whoever serves it by then."),
        [FailureCauses.Nobody] = ("The directory has nobody to tell about this child", "Add the post to the directory and ask the sender to send a correction. The sender has been told."),
        [FailureCauses.Erased] = ("The message was erased before it was sent", "Nothing can be sent again. Ask the sender to send it anew."),
        [FailureCauses.TooOld] = ("Nobody received them for so long that they were given up", "See that the participant’s adapter reads its queue. Then send them again, if they still matter."),
        [FailureCauses.Unroutable] = ("They came back: the broker has no queue for the participant", "Compare the broker with the directory, and have it made to hold what is missing. They go again by themselves."),
        [FailureCauses.GivenUp] = ("Two people gave them up", "Nothing: the sender has been told to tell the recipient in another way."),
    };

    /// <summary>Why, as a sentence about several.</summary>
    public static string CauseOf(string cause) => Known.TryGetValue(cause, out var words) ? words.Cause : "Why was not noted";

    public static string ToDoFor(string cause) => Known.TryGetValue(cause, out var words) ? words.ToDo : "Look at one of them. Then send them again, the first one alone.";

    /// <summary>To whom, where that is known.</summary>
    public static string To(FailureGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.Participant.Length == 0 ? "with no adapter to go to" : $"to {group.Participant}";
    }

    /// <summary>The whole group in one line.</summary>
    public static string Of(FailureGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return $"{CauseOf(group.Cause)}: {group.Type} {To(group)}";
    }

    /// <summary>Why one is not sent again.</summary>
    public static string WhyNot(string code) => code switch
    {
        "erased" => "the message was erased",
        "recalled" => "it was recalled",
        "overtaken" => "something later was said about the same, or it was taken back",
        "no-recipient" => "there is nobody to send it to",
        "nobody-serves" => "nobody serves the organisation yet",
        "given-up" => "two people gave it up",
        "changed" => "it has not failed any more",
        "cancelled" => "the retry was called off",
        _ => code,
    };

    /// <summary>What came of one that was to be sent again: never more than the recipient’s adapter has said.</summary>
    public static string OutcomeOf(RetryItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item switch
        {
            { Outcome: RetryOutcomes.HandedOver } => "Handed over",
            { Outcome: RetryOutcomes.FailedAgain } => $"Failed again ({item.Why})",
            { Outcome: RetryOutcomes.Stopped } => $"Went no further: {item.Why}",
            { Outcome: RetryOutcomes.NotSent } => $"Not sent: {WhyNot(item.Why ?? "")}",
            { AgainAt: not null } => "Waiting for the recipient",
            _ => "Not sent yet",
        };
    }
}
