namespace InfoShare.Policy;

/// <summary>
/// What decides and is in no policy set: how facts are put to a set, the absolute prohibitions, the front door, the protected
/// address, obligations that can be kept, and what a decision says of all that.
/// </summary>
public static class BuiltInLayer
{
    /// <summary>Recorded with each decision beside the set's. Changed by hand whenever facts and set may come to another decision than before.</summary>
    public const string Version = "built-in-4";
}
