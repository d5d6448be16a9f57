using InfoShare.Broker.Certificates;
using InfoShare.Broker.Topology;
using InfoShare.LocalNodes;

namespace InfoShare.Cli.Hosting;

/// <summary>The certificates of a broker of our own: an authority in a folder, and what it signed for each user and for the nodes.</summary>
internal static class DevelopmentCertificates
{
    private const string Node = "localhost";
    private const int FewDays = 30;

    /// <summary>Makes what is missing or about to expire; returns what the nodes need.</summary>
    public static RabbitCertificates Make(string path, IEnumerable<string> participants)
    {
        System.IO.Directory.CreateDirectory(path);
        var folder = new CertificateFolder(path);
        var authority = File.Exists(folder.Authority)
            ? CertificateAuthority.Open(path, TimeProvider.System)
            : CertificateAuthority.Init(path, TimeProvider.System);
        var standing = authority.List().ToDictionary(s => s.Name);
        foreach (var (name, use) in participants.Append(RoutingNames.User).Select(name => (name, CertificateUse.Client)).Append((Node, CertificateUse.Broker)))
        {
            // One that was revoked stays so until somebody issues another.
            if (!standing.TryGetValue(name, out var has) || has.State == "expired")
                authority.Issue(name, use, []);
            else if (has is { State: "valid", DaysLeft: < FewDays })
                authority.Renew(name);
        }

        return new(folder.Authority, folder.Certificate(Node), folder.Key(Node), folder.Revocations);
    }
}
