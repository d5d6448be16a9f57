namespace InfoShare.Directory;

/// <summary>Why a row of the ONS Postcode Directory is not kept.</summary>
public enum SkippedPostcode
{
    /// <summary>In Scotland.</summary>
    Scotland,

    /// <summary>In Wales.</summary>
    Wales,

    /// <summary>In Northern Ireland.</summary>
    NorthernIreland,

    /// <summary>On the Channel Islands or the Isle of Man.</summary>
    Islands,

    /// <summary>It has no local authority.</summary>
    Blank,

    /// <summary>Its local authority is none that this release knows.</summary>
    UnknownCode,

    /// <summary>Its postcode is none.</summary>
    NoPostcode,

    /// <summary>The postcode has come before; of several the one in use is kept.</summary>
    Repeated,
}
