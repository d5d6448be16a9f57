namespace InfoShare.Cli.Configuration;

/// <summary>How retention times depend on each other.</summary>
internal static class RetentionRules
{
    /// <summary>Longer than the oldest backup, 35 days: what a restored store lost must still be in the spools.</summary>
    public const int LeastSpoolDays = 36;

    public static string? Problem(RetentionSettings retention) => retention.Messages < retention.Spool
        ? "must not be shorter than retention.spool: a message that is offered again must still be known"
        : null;
}
