using InfoShare.Console.Flow;
using InfoShare.Console.Security;
using InfoShare.Console.Words;
using InfoShare.Storage;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Console.Pages;

/// <summary>Who is not hearing us?</summary>
[Needs(Permissions.SeeFlow)]
public sealed class IndexModel(ConsoleContext console, HearingWatch watch) : ConsolePage(console)
{
    /// <summary>What needs a person.</summary>
    internal static readonly (string Title, string State, string Words)[] Figures =
    [
        ("Failed", DeliveryStates.Failed, "every delivery went or waits"),
        ("Held for a person", DeliveryStates.Held, "nobody must look"),
        ("Given up as too old", DeliveryStates.Expired, "nothing was"),
    ];

    /// <summary>Null: it is being made for the first time.</summary>
    public HearingPicture? Picture { get; private set; }

    /// <summary>Whose certificate was revoked: the broker lets them in no more, and that is meant.</summary>
    public IReadOnlySet<string> ShutOut { get; private set; } = new HashSet<string>();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Picture = await watch.SoonAsync(cancellationToken);
        ShutOut = Console.Access.Certificates().All.Where(one => one.State == "revoked").Select(one => one.Name).ToHashSet();
    }

    internal static string Adapter(Hearing one) => one.Adapter switch
    {
        null when one.Queue is { Consumers: 0 } => "does not read its queue",
        null => "in another process",
        { ReachesBroker: false } adapter => $"{adapter.Link}, {adapter.Waiting.Count("message")} in its spool",
        { Waiting: > 0 } adapter => $"{adapter.Waiting.Count("message")} in its spool, the oldest for {adapter.OldestWaiting.Words()}",
        { FilesPending: > 0 } adapter => $"{adapter.FilesPending.Count("file")} to read",
        _ => "sending",
    };

    /// <summary>How long the last probe took to its adapter and back, and when.</summary>
    internal static string Probe(Hearing one, DateTimeOffset now) => one.Probe switch
    {
        null => "none yet",
        { IsAlarm: true } probe => $"{(probe.Number - 1 - probe.Answered).Count("probe")} not answered",
        { AnsweredAt: { } at, Took: { } took } => $"{TimeSpan.FromMicroseconds(took).Words()}, {(now - at.At()).Words()} ago",
        _ => "on its way",
    };
}
