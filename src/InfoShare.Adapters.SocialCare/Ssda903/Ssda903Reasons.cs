namespace InfoShare.Adapters.SocialCare.Ssda903;

/// <summary>Why an episode is nobody's business to share. Part of the summary that the agency sees.</summary>
public static class Ssda903Reasons
{
    /// <summary>An episode of the child ended with E2.</summary>
    public const string HasDied = "the child has died";

    /// <summary>The last episode ended with E7, E15 or E17.</summary>
    public const string Adult = "an adult";

    /// <summary>Nothing before it to compare with.</summary>
    public const string FirstEpisode = "the first episode of a period of care";

    /// <summary>RNE tells of one before, which is not in the file or could not be used.</summary>
    public const string NoneBefore = "no earlier home is known: the episode before is not in the file, or could not be used";

    /// <summary>RNE is L.</summary>
    public const string LegalStatusOnly = "a change of legal status only";

    /// <summary>The one before ended with REASON_PLACE_CHANGE PLACE.</summary>
    public const string StatusOfPlaceOnly = "a change of the placement's status only";

    /// <summary>A placement T0 to T4, or a legal status V3 or V4.</summary>
    public const string NoChangeOfHome = "a temporary stay or short break, which is no change of home";

    /// <summary>As far as the postcodes tell.</summary>
    public const string SamePostcode = "the same postcode as before";

    /// <summary>Of this episode, or of the one before.</summary>
    public const string NoPostcode = "no postcode to compare";

    /// <summary>Longer ago than the days that count as recent.</summary>
    public const string LongAgo = "a move that is not recent";

    /// <summary>Another row has the same child and first day.</summary>
    public const string GivenTwice = "the same episode, given again in the file";
}
