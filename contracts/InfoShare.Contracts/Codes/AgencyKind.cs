namespace InfoShare.Contracts.Codes;

/// <summary>The four kinds of agency.</summary>
public enum AgencyKind
{
    /// <summary>Schools, colleges, nurseries and the authority's education services.</summary>
    Education = 1,

    /// <summary>NHS providers, GP practices, health visiting and school nursing.</summary>
    Health = 2,

    /// <summary>Police forces.</summary>
    Police = 3,

    /// <summary>A local authority's children's services.</summary>
    SocialCare = 4,
}
