namespace InfoShare.ChildIndex.Comparing;

/// <summary>How far two records agree in a field.</summary>
public enum Agreement : byte
{
    /// <summary>One of them does not say: evidence for nothing.</summary>
    Unknown,

    /// <summary>Equal in comparison form.</summary>
    Same,

    /// <summary>Spelled a little differently: Jaro–Winkler 0.92 or more.</summary>
    Close,

    /// <summary>One is a short form of the other, or one of its words.</summary>
    Variant,

    /// <summary>Given and family names stand in each other's place.</summary>
    Swapped,

    /// <summary>One slip of the pen apart; a date's day and month may be swapped.</summary>
    Slip,

    /// <summary>Sounds alike, or Jaro–Winkler 0.80 or more.</summary>
    Alike,

    /// <summary>In part: one barrel of a name, two parts of a date, the district of a postcode.</summary>
    Partly,

    Different,
}
