using System.CommandLine;
using InfoShare.Broker.Certificates;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare certs</c> is to do.</summary>
public enum CertsTask
{
    /// <summary>Make an authority.</summary>
    Init = 1,

    /// <summary>A certificate with a new key.</summary>
    Issue,

    /// <summary>Another certificate for the same key.</summary>
    Renew,

    /// <summary>Make all certificates of a name useless, and close its connections.</summary>
    Revoke,

    /// <summary>What there is, and for how long.</summary>
    List,
}

/// <summary>What <c>infoshare certs</c> was asked.</summary>
/// <param name="Folder">Where the authority is; null: where the settings have the certificates.</param>
/// <param name="Name">Whose certificate; null where it is about none.</param>
/// <param name="Use">What it is for.</param>
/// <param name="Hosts">More names of a node.</param>
/// <param name="Config">The configuration file; null: the sample.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
public sealed record CertsOptions(
    CertsTask Task, string? Folder, string? Name, CertificateUse Use, IReadOnlyList<string> Hosts, string? Config, bool Json);

/// <summary><c>infoshare certs</c>: an authority for development and small installations.</summary>
public static class CertsCommand
{
    public static Command Create(Func<CertsOptions, CancellationToken, Task<int>> handler)
    {
        var folder = new Option<string?>("--folder") { HelpName = "DIR", Description = "The folder of the authority and its certificates; default: that of the settings, or ./certificates." };
        var config = StandardOptions.Config();
        var json = StandardOptions.Json();
        var name = new Argument<string>("NAME") { Description = "routing, or a participant's id such as police-suffolk; with --broker, a node's name." };
        var broker = new Option<bool>("--broker") { Description = "For a node of the broker: good for NAME, localhost and 127.0.0.1." };
        var dns = new Option<string[]>("--dns") { HelpName = "HOST", Description = "One more name of the node; may be said several times." };
        return new Command("certs", "Certificates of the broker's users and nodes, from an authority of their own.")
        {
            Task("init", "Make the authority.", CertsTask.Init),
            Task("issue", "Issue a certificate, good for 90 days, with a new key.", CertsTask.Issue, name, broker, dns),
            Task("renew", "Issue another for the same key; the older one stays good until its end.", CertsTask.Renew, name),
            Task("revoke", "Make a name's certificates useless; where the settings have the management interface, close its connections at once.", CertsTask.Revoke, name),
            Task("list", "Say what certificates there are, and how many days they have left.", CertsTask.List),
        };

        Command Task(string word, string description, CertsTask task, params Symbol[] parts)
        {
            var command = new Command(word, description) { folder, config, json };
            foreach (var part in parts)
                if (part is Argument argument)
                    command.Add(argument);
                else
                    command.Add((Option)part);
            command.SetAction((parsed, cancellationToken) => handler(
                new(
                    task, parsed.GetValue(folder), parts.Contains(name) ? parsed.GetValue(name) : null,
                    parts.Contains(broker) && parsed.GetValue(broker) ? CertificateUse.Broker : CertificateUse.Client,
                    parts.Contains(dns) ? parsed.GetValue(dns) ?? [] : [], parsed.GetValue(config), parsed.GetValue(json)),
                cancellationToken));
            return command;
        }
    }
}
