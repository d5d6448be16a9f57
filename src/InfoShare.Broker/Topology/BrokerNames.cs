using System.Security.Cryptography;
using System.Text;

namespace InfoShare.Broker.Topology;

/// <summary>
/// The names of a participant's exchanges and queue. They hold nothing that could be guessed: any user of the broker may ask
/// whether a name exists and how much waits there, and permissions cannot forbid it.
/// </summary>
/// <param name="Participant">The participant, which is also its broker user and the common name of its certificate.</param>
/// <param name="Outgoing">The exchange that it writes to.</param>
/// <param name="Incoming">The queue that it reads.</param>
public sealed record ParticipantNames(string Participant, string Outgoing, string Incoming)
{
    /// <summary>
    /// The exchange of the incoming queue, to which routing writes. Not of the queue's name: who may read one exchange and
    /// write to another may bind them, and this name the participant may read.
    /// </summary>
    public string Deliveries => Incoming + ".deliveries";
}

/// <summary>Makes names from a secret key: the same key gives the same names, without it nobody can tell them.</summary>
public sealed class BrokerNames
{
    /// <summary>What every participant's exchanges and queue begin with.</summary>
    public const string ParticipantsStart = "agency.";

    private const int UnguessableBytes = 8;
    private readonly byte[] key;

    /// <summary>The names that this key gives.</summary>
    /// <param name="key">At least 16 random bytes.</param>
    public BrokerNames(byte[] key)
    {
        this.key = key;
        var part = PartOf("routing");
        Routing = new($"routing.{part}", $"routing.{part}.ordinary", $"routing.{part}.urgent", $"dead.{part}.deliveries", $"dead.{part}.routing", $"dead.{part}.kept", $"probe.{part}");
    }

    /// <summary>The names of routing.</summary>
    public RoutingNames Routing { get; }

    /// <summary>The names of one participant.</summary>
    public ParticipantNames For(string participant)
    {
        var part = PartOf("agency:" + participant);
        return new(participant, $"{ParticipantsStart}{part}.out", $"{ParticipantsStart}{part}.in");
    }

    private string PartOf(string whose) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(whose)).AsSpan(0, UnguessableBytes));
}
