using InfoShare.Checker.History;
using InfoShare.Checker.Rules;

namespace InfoShare.Faults.Load;

/// <summary>An agency that speaks about children: a school or a police force of one of the two areas. Makes one child's messages in order.</summary>
internal sealed class Teller(SampleArea area, bool police, Child child, Func<string> nextMarker)
{
    private readonly List<Message> told = [];

    public string Sender => police ? $"police-{area.Name}" : $"education-{area.Name}";

    public IReadOnlyList<Message> Told => told;

    /// <summary>The last message told.</summary>
    public Message Last => told[^1];

    /// <summary>A concern at this level.</summary>
    public Teller Concern(int level, Func<Message, Message>? with = null) => Tell(MessageKind.Concern, null, m => (with ?? (x => x))(m with { Level = level }));

    /// <summary>The concern as it should have read.</summary>
    public Teller Correct(Message concern, int level) => Tell(MessageKind.Correction, concern.About, m => m with { Level = level });

    /// <summary>The concern is taken back.</summary>
    public Teller Withdraw(Message concern) => Tell(MessageKind.Withdrawal, concern.About, m => m);

    /// <summary>Somebody agrees that health and social care may know.</summary>
    public Teller Agree() => Tell(MessageKind.Consent, null, m => m);

    public Teller Disagree(Message consent) => Tell(MessageKind.ConsentWithdrawal, consent.About, m => m);

    public Teller Move(SampleArea to) => Tell(MessageKind.Move, null, m => m with { NewArea = to.Gss });

    public Story By(bool file) => new(Sender, file, told);

    private Teller Tell(MessageKind kind, string? about, Func<Message, Message> with)
    {
        var marker = nextMarker();
        told.Add(with(new Message
        {
            Marker = marker,
            Sender = Sender,
            Source = police ? area.Force : $"urn/{area.Schools[0]}",
            Kind = kind,
            Child = child,
            Number = told.Count,
            About = about ?? marker,
            Area = area.Gss,
        }));
        return this;
    }
}
