namespace InfoShare.Directory;

/// <summary>The police forces of England and Wales by two-digit force code. Source: Office for National Statistics, Open Government Licence v3.0.</summary>
public static class PoliceForces
{
    private static readonly Dictionary<string, string> Names =
        EmbeddedText.Rows("police-forces.csv").ToDictionary(row => row[0], row => row[1]);

    /// <summary>The name of a force; null if there is no force with this code.</summary>
    public static string? NameOf(string? force) => force is null ? null : Names.GetValueOrDefault(force);
}
