namespace InfoShare.Checker.History;

/// <summary>What is known of an attempt to hand in a message.</summary>
public enum Outcome
{
    /// <summary>It begins.</summary>
    Invoke,

    /// <summary>The adapter said that it is saved: 202, or the file is in <c>done/</c>.</summary>
    Ok,

    /// <summary>It was certainly not taken.</summary>
    Fail,

    /// <summary>It may have been taken.</summary>
    Unknown,
}

/// <summary>One line of the history.</summary>
/// <param name="At">Seconds since the start, by a clock that never goes back.</param>
/// <param name="Way">http or file.</param>
/// <param name="MessageId">The adapter's id of the message, where it told one.</param>
public sealed record Attempt(double At, Outcome Outcome, string Marker, string Way, string? MessageId = null);
