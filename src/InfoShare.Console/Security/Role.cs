namespace InfoShare.Console.Security;

/// <summary>What somebody is. Roles add up.</summary>
/// <param name="Word">As it is stored, and as accounts are given it.</param>
/// <param name="Title">As people say it.</param>
/// <param name="OfOrganisation">Holds for one organisation only: its messages, and nothing of the others, also not of those whose adapter is the same.</param>
/// <param name="OfPost">Holds for one of its posts only.</param>
/// <param name="May">Its permissions.</param>
public sealed record Role(string Word, string Title, bool OfOrganisation, bool OfPost, IReadOnlySet<string> May)
{
    /// <summary>Every role.</summary>
    public static IReadOnlyList<Role> All { get; } =
    [
        Of("operator", "Operator", Permissions.SeeFlow, Permissions.SeeMessages, Permissions.Reveal, Permissions.MendFailures, Permissions.SeeApprovals, Permissions.Approve, Permissions.SeeParticipants, Permissions.ChangeParticipants, Permissions.SeeAlerts, Permissions.AcknowledgeAlerts),
        Of("identity-reviewer", "Identity reviewer", Permissions.ReviewIdentity),
        Of("safeguarding-lead", "Safeguarding lead", Permissions.SeeMessages, Permissions.Reveal, Permissions.SeeCases, Permissions.ReadChronology) with { OfOrganisation = true },
        Of("governance-lead", "Governance lead", Permissions.SeeFlow, Permissions.SeeMessages, Permissions.SeeCases, Permissions.SeeEveryCase, Permissions.MendIncidents, Permissions.ReadChronology, Permissions.ReviewEmergencies, Permissions.SeePolicy, Permissions.ChangePolicy, Permissions.SeeApprovals, Permissions.SeeBoard, Permissions.SeeParticipants, Permissions.SeeAudit),
        Of("auditor", "Auditor", Permissions.SeeFlow, Permissions.SeeMessages, Permissions.SeeCases, Permissions.SeeEveryCase, Permissions.SeePolicy, Permissions.SeeParticipants, Permissions.SeeApprovals, Permissions.SeeAudit, Permissions.SeeAlerts),
        Of("board-analyst", "Board analyst", Permissions.SeeBoard),
        Of("administrator", "Administrator", Permissions.ManageAccounts, Permissions.SeeFlow, Permissions.SeeAlerts, Permissions.AcknowledgeAlerts, Permissions.TestAlerts, Permissions.SeeApprovals, Permissions.Approve, Permissions.SeeParticipants, Permissions.ChangeParticipants),
        Of("inbox", "Inbox of a small agency", Permissions.UseInbox) with { OfOrganisation = true, OfPost = true },
    ];

    /// <summary>The role of this word; null: there is none.</summary>
    public static Role? Named(string word) => All.FirstOrDefault(role => role.Word == word);

    private static Role Of(string word, string title, params string[] may) => new(word, title, false, false, may.ToHashSet());
}
