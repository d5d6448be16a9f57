using InfoShare.Checker.Checks;
using InfoShare.Checker.Effects;
using InfoShare.Checker.History;
using InfoShare.Checker.Records;
using InfoShare.Checker.Rules;

namespace InfoShare.Checker.Tests;

/// <summary>A small invented history in which all went well, to be spoilt in one place.</summary>
internal sealed class World
{
    private static readonly DateTime Begin = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);

    private readonly List<Message> messages = [];
    private readonly List<Attempt> attempts = [];
    private int number;

    /// <summary>What lies in the agencies' folders.</summary>
    public List<Effect> Effects { get; } = [];

    /// <summary>Files that came a second time.</summary>
    public List<string> Again { get; } = [];

    /// <summary>Changes what the store says.</summary>
    public Func<StoreRecords, StoreRecords> Store { get; set; } = records => records;

    public static Child Child { get; } = new("P1", "9990000107", 9);

    /// <summary>A message by the first school of Cumberland, handed in with this success.</summary>
    public Message Tell(MessageKind kind, Func<Message, Message>? with = null, Outcome outcome = Outcome.Ok)
    {
        var marker = $"m-{++number}";
        var message = (with ?? (m => m))(new Message
        {
            Marker = marker,
            Sender = "education-cumberland",
            Source = "urn/999998",
            Kind = kind,
            Child = Child,
            Number = number,
            About = marker,
            Area = SampleArea.Cumberland.Gss,
            Level = 3,
        });
        messages.Add(message);
        attempts.Add(new(number, Outcome.Invoke, marker, "http"));
        attempts.Add(new(number + 0.1, outcome, marker, "http", outcome is Outcome.Ok ? $"id-{marker}" : null));
        return message;
    }

    /// <summary>The same, and everybody who must have it has it.</summary>
    public Message Deliver(MessageKind kind, Func<Message, Message>? with = null)
    {
        var message = Tell(kind, with);
        foreach (var post in Recipients.Of(message))
            Effects.Add(Effect(message, post));
        return message;
    }

    public Effect Effect(Message message, Post post) => new()
    {
        Participant = SampleArea.ParticipantOf(post.Organisation),
        File = $"d-{message.Marker}-{post.Role}.json",
        Kind = message.Kind is MessageKind.Correction ? EffectKind.Correction : EffectKind.Original,
        DeliveryId = $"d-{message.Marker}-{post.Role}-{post.Organisation}",
        Organisation = post.Organisation,
        Role = post.Role,
        Marker = message.Marker,
        MessageId = $"id-{message.Marker}",
        Parts = PartsOfRole.Of(post, message).Intersect(message.PlantedParts).ToHashSet(),
        Written = Begin.AddSeconds(message.Number),
        Seen = message.Number,
        Look = 10 * message.Number,
    };

    public void Recall(Message message) => Effects.AddRange(Effects.Where(e => e.Marker == message.Marker).ToList()
        .Select(e => new Effect { Participant = e.Participant, File = e.DeliveryId + ".recalled.json", Kind = EffectKind.Recall, DeliveryId = e.DeliveryId }));

    public void TellSender(Message message, string code) => Effects.Add(new()
    {
        Participant = message.Sender,
        File = $"n-{message.Marker}.withheld.json",
        Kind = EffectKind.Told,
        DeliveryId = $"n-{message.Marker}",
        MessageId = $"id-{message.Marker}",
        Codes = new HashSet<string> { code },
        Written = Begin.AddSeconds(message.Number),
    });

    /// <summary>Replaces the effects that a message had at a role.</summary>
    public void Spoil(Message message, string role, Func<Effect, Effect?> spoilt)
    {
        var hit = Effects.Where(e => e.Marker == message.Marker && e.Role == role).ToList();
        Assert.NotEmpty(hit);
        foreach (var effect in hit)
        {
            Effects.Remove(effect);
            if (spoilt(effect) is { } other)
                Effects.Add(other);
        }
    }

    public Verdict Check() => Verdict.On(new Evidence(new Account(messages, attempts), Effects, Store(Records())), Again);

    /// <summary>What the check finds, which must all be of one kind.</summary>
    public string Finds(FindingKind kind)
    {
        var findings = Check().Findings;
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Equal(kind, finding.Kind));
        return string.Join('\n', findings.Select(f => f.What));
    }

    /// <summary>The store of a product that recorded everything: decided and sending a little before each effect.</summary>
    private StoreRecords Records()
    {
        var delivered = Effects.Where(e => e.Kind is not EffectKind.Recall).DistinctBy(e => e.DeliveryId).ToList();
        var decisions = delivered.Where(e => e.Kind is not EffectKind.Told).Select(e => new DecisionRecord(
            "education-cumberland", e.MessageId ?? "", e.DeliveryId, "first", Micros(e.Written.AddMilliseconds(-20)), "p", "b", "d", "{}", "{\"mayKnow\":true}")).ToList();
        var audit = new List<AuditRecord>();
        foreach (var decision in decisions)
            Append(audit, decision.At, "decided", decision.DeliveryId, $"decision:{AuditCheck.HashOf(decision)}");
        foreach (var effect in delivered)
            Append(audit, Micros(effect.Written.AddMilliseconds(-10)), "delivery-sending", effect.DeliveryId, "attempt 1");
        return new(
            audit, decisions,
            [.. delivered.Select(e => new DeliveryRecord(e.DeliveryId, e.MessageId ?? "", "child", "original", "handed-over",
                messages.Any(m => m.Marker == e.Marker && m.Level < 3) ? "early-help-with-agreement" : "child-in-need"))],
            [.. messages.Where(m => m.Kind is MessageKind.ConsentWithdrawal)
                .Select(m => new MessageRecord(m.Sender, $"id-{m.Marker}", "consent.withdrawn", "child", Micros(Begin.AddSeconds(m.Number)), "accepted"))]);
    }

    public static void Append(List<AuditRecord> audit, long at, string kind, string about, string detail)
    {
        var record = new AuditRecord("routing", audit.Count + 1, audit.Count == 0 ? new string('0', 64) : audit[^1].Hash, "", at, kind, about, detail);
        audit.Add(record with { Hash = AuditChain.HashOf(record) });
    }

    private static long Micros(DateTime at) => (at - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
