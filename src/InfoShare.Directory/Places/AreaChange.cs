namespace InfoShare.Directory;

/// <summary>What it means that a child's area was told with one code and is now told with another.</summary>
public enum AreaChange
{
    /// <summary>Nothing: both codes mean places of one authority.</summary>
    None,

    /// <summary>The authority was reorganised and the child may well be where it was: no move.</summary>
    Recoded,

    /// <summary>The child has moved to another authority.</summary>
    Moved,

    /// <summary>It cannot be told: a code is missing, or none of England's.</summary>
    Unknown,
}
