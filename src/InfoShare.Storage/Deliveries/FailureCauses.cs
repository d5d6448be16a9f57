namespace InfoShare.Storage.Deliveries;

/// <summary>Why a delivery failed or expired, or came back. Each asks for something else to be done.</summary>
public static class FailureCauses
{
    /// <summary>The recipient's adapter says that its system did not take it.</summary>
    public const string NotTaken = "not-taken-by-system";

    /// <summary>The recipient's queue lost or refused it again and again.</summary>
    public const string Attempts = "too-many-attempts";

    /// <summary>No participant serves the organisation.</summary>
    public const string Unserved = "nobody-serves";

    /// <summary>The directory has nobody for this child.</summary>
    public const string Nobody = "no-recipient";

    /// <summary>The message was erased before it was sent.</summary>
    public const string Erased = "erased";

    /// <summary>Nobody received it for so long that it was given up.</summary>
    public const string TooOld = "too-old";

    /// <summary>It came back: the broker has no queue for the participant. It waits, and goes again.</summary>
    public const string Unroutable = "unroutable";

    /// <summary>Two people gave it up, so that what waits behind it goes.</summary>
    public const string GivenUp = "given-up";

    /// <summary>It failed before causes were noted.</summary>
    public const string Unknown = "unknown";
}
