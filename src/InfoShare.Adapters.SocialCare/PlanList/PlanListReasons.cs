namespace InfoShare.Adapters.SocialCare.PlanList;

/// <summary>Why a row is nobody's business to share. Part of the summary that the agency sees.</summary>
public static class PlanListReasons
{
    /// <summary>18 or more.</summary>
    public const string Adult = "an adult";

    /// <summary>An earlier row says exactly the same.</summary>
    public const string GivenTwice = "the same row, given before in the file";
}
