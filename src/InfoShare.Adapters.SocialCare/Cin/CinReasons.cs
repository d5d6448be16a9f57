namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>Why a record of the census is nobody's business to share. Part of the summary that the agency sees.</summary>
public static class CinReasons
{
    /// <summary>PersonDeathDate has come.</summary>
    public const string HasDied = "the child has died";

    /// <summary>18 or more.</summary>
    public const string Adult = "an adult";

    /// <summary>Closed for another reason than a transfer.</summary>
    public const string Closed = "closed episode";

    /// <summary>Closed, and the reason is none of the list: a transfer may hide behind it.</summary>
    public const string ClosedUnclear = "closed episode whose ReasonForClosure is not RC1 to RC9";

    /// <summary>The child has no episode.</summary>
    public const string NoEpisode = "no episode";
}
