using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Police.Notifications;

/// <summary>What can be wrong with a whole file, and why a record is nobody's business to share.</summary>
public static class NoticeProblems
{
    /// <summary>The notice names no child. Part of the summary that the agency sees.</summary>
    public const string NoChild = "no child in the notice";

    /// <summary>18 or more. Part of the summary that the agency sees.</summary>
    public const string Adult = "an adult";

    internal static FieldProblem TooLarge { get; } = new("", $"must not be larger than {NoticeLimits.Bytes / 1024 / 1024} MiB");

    internal static FieldProblem NobodyToSpeakFor { get; } = new("", "the participant speaks for no organisation, so nothing can be sent in its name");
}
