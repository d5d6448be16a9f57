using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Education.Attendance;

/// <summary>What the school decided when it considered Early Help: started, or not started and why.</summary>
/// <param name="Started">Null when what is written is neither.</param>
/// <param name="On">When it was started.</param>
/// <param name="Written">What the school wrote, where it is neither.</param>
/// <param name="Reason">Why it was not started.</param>
internal sealed record EarlyHelp(bool? Started, DateOnly? On, string? Written, string? Reason)
{
    private const int LongestReason = 4_000;

    private static readonly string[] StartedWords = ["started", "yes", "y", "true", "1", "open", "inplace"];
    private static readonly string[] NotStartedWords = ["notstarted", "no", "n", "false", "0", "none", "declined", "refused"];

    /// <summary>Null when the file does not say.</summary>
    public static EarlyHelp? Read(RowFields row)
    {
        var (text, reason, on) = (row.Text(Column.EarlyHelp), row.Text(Column.EarlyHelpReason, LongestReason), row.Day(Column.EarlyHelpDate));
        if (text is null && reason is null && on is null)
            return null;

        var word = ColumnNames.Plain(text ?? "");
        bool? started = StartedWords.Contains(word) ? true
            : NotStartedWords.Contains(word) ? false
            : text is not null ? null
            : on is not null;
        if (started is null)
            row.Mark(Column.EarlyHelp, "must be started or not started; it was passed on as it is");
        if (started is false && reason is null)
            row.Mark(Column.EarlyHelpReason, "is required where Early Help was not started");
        return new(started, on, started is null ? text : null, reason);
    }

    /// <summary>The plan, once it was started.</summary>
    public PlanPart? Plan => Started is true ? new() { Plans = [new() { Type = PlanType.EarlyHelp, Start = On }] } : null;

    /// <summary>The decision: started, or not started and why. Null where it is neither: then it is still to be made.</summary>
    public EarlyHelpDecision? Decision => this is { Started: true } or { Started: false, Reason: not null } ? new() { Started = Started.Value, On = On, Reason = Reason } : null;

    /// <summary>What the school writes that is no decision, in words.</summary>
    public string? Unclear => Decision is not null ? null : Started is false
        ? "Early Help: not started; no reason is given."
        : $"Early Help: the school writes: {Written}.{(Reason is null ? "" : $" Reason given: {Reason}")}";
}
