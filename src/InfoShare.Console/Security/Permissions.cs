namespace InfoShare.Console.Security;

/// <summary>What somebody may do. Each page needs one; the word is the name of its authorization policy.</summary>
public static class Permissions
{
    /// <summary>Counts and ages: who is not hearing us, the flow.</summary>
    public const string SeeFlow = "see-flow";

    /// <summary>Messages and their deliveries, as ids and codes.</summary>
    public const string SeeMessages = "see-messages";

    /// <summary>Read a message's content, with a reason, for a time.</summary>
    public const string Reveal = "reveal";

    /// <summary>What failed, is held or was turned away; send it again, release or return it.</summary>
    public const string MendFailures = "mend-failures";

    /// <summary>The policy, its scenarios, what a candidate would change.</summary>
    public const string SeePolicy = "see-policy";

    /// <summary>Propose another policy, and approve what somebody else proposed.</summary>
    public const string ChangePolicy = "change-policy";

    /// <summary>Compare two records, and say whether they are of one child.</summary>
    public const string ReviewIdentity = "review-identity";

    /// <summary>Emergency access: who had it and why; say whether it was right.</summary>
    public const string ReviewEmergencies = "review-emergencies";

    /// <summary>Answers, challenges, plans and transfers.</summary>
    public const string SeeCases = "see-cases";

    /// <summary>Moves, children whose destination is unknown, and incidents, whoever told of them.</summary>
    public const string SeeEveryCase = "see-every-case";

    /// <summary>Have what reached the wrong reader called back, and close the incident.</summary>
    public const string MendIncidents = "mend-incidents";

    /// <summary>What happened to a delivery's child, as far as the delivery's recipient may know.</summary>
    public const string ReadChronology = "read-chronology";

    /// <summary>Figures without anybody's case.</summary>
    public const string SeeBoard = "see-board";

    /// <summary>The audit trail.</summary>
    public const string SeeAudit = "see-audit";

    /// <summary>Approve what another operator asked for.</summary>
    public const string Approve = "approve";

    /// <summary>What waits for a second person, of the kinds that one may decide about.</summary>
    public const string SeeApprovals = "see-approvals";

    /// <summary>Who is connected, and until when their certificates are good.</summary>
    public const string SeeParticipants = "see-participants";

    /// <summary>Ask for certificates and the broker to be changed, and approve what somebody else asked for.</summary>
    public const string ChangeParticipants = "change-participants";

    /// <summary>Accounts and their roles.</summary>
    public const string ManageAccounts = "manage-accounts";

    /// <summary>Where alerts go, and those that stand.</summary>
    public const string SeeAlerts = "see-alerts";

    /// <summary>Say that one deals with an alert.</summary>
    public const string AcknowledgeAlerts = "acknowledge-alerts";

    /// <summary>Try whether alerts arrive.</summary>
    public const string TestAlerts = "test-alerts";

    /// <summary>Read what was released to one's own post, answer it, and raise a concern.</summary>
    public const string UseInbox = "use-inbox";

    /// <summary>Each with what it means, in the order of the navigation.</summary>
    public static IReadOnlyDictionary<string, string> Known { get; } = new Dictionary<string, string>
    {
        [SeeFlow] = "See who is not hearing us, and the flow",
        [SeeMessages] = "See messages and what became of them, as ids and codes",
        [Reveal] = "Read a message’s content for a time, with a reason that goes on record",
        [MendFailures] = "See what failed, is held or was turned away, and mend it",
        [SeeCases] = "See answers, challenges, plans and transfers",
        [SeeEveryCase] = "See moves, destinations unknown and incidents of everybody",
        [MendIncidents] = "Have what reached the wrong reader called back, and close the incident",
        [ReadChronology] = "Read what happened to a child, as far as a recipient may know, with a reason that goes on record",
        [ReviewIdentity] = "Compare records, and say whether they are of one child",
        [ReviewEmergencies] = "Review emergency access",
        [SeePolicy] = "See the sharing policy and try changes on it",
        [ChangePolicy] = "Propose and approve changes of the sharing policy",
        [SeeBoard] = "See the board’s figures",
        [SeeParticipants] = "See who is connected, and their certificates",
        [ChangeParticipants] = "Ask for changes of certificates and of the broker, and approve those of others",
        [SeeAudit] = "Read the audit",
        [SeeAlerts] = "See alerts",
        [AcknowledgeAlerts] = "Say that you deal with an alert",
        [TestAlerts] = "Send a test alert",
        [SeeApprovals] = "See what waits for a second person, and decide about what your other permissions let you",
        [Approve] = "Approve what somebody else asked for",
        [ManageAccounts] = "Make and change accounts",
        [UseInbox] = "Read and answer what was released to your post, and raise a concern",
    };
}
