using System.Text.RegularExpressions;
using InfoShare.Broker.Topology;

namespace InfoShare.Broker.Certificates;

/// <summary>Whom a certificate is for.</summary>
public enum CertificateUse
{
    /// <summary>A user of the broker: a participant, or routing.</summary>
    Client = 1,

    /// <summary>A node of the broker.</summary>
    Broker,
}

/// <summary>The names that certificates may carry. They become users, and names of files.</summary>
public static partial class CertificateNames
{
    private const int LongestHost = 200;

    /// <summary>What is wrong with a name; null for a good one.</summary>
    public static string? ProblemWith(string name, CertificateUse use) => use switch
    {
        CertificateUse.Broker when !IsHost(name) => "the name of a node must be letters, digits, full stops and hyphens, such as broker-1",
        CertificateUse.Broker when UserRules.IsOurs(name) => "the name of a node must not be that of a user",
        CertificateUse.Client when name != RoutingNames.User && !UserRules.IsParticipant(name) => "the name must be routing, or a participant's id such as police-suffolk",
        _ => null,
    };

    /// <summary>Whether this can be the name of a machine.</summary>
    public static bool IsHost(string name) => name.Length <= LongestHost && Host().IsMatch(name);

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Host();
}
