using InfoShare.Adapters.Arrival;
using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.HandOver.InFolder;
using InfoShare.Adapters.HandOver.Pull;
using InfoShare.Adapters.Mesh;
using InfoShare.Adapters.PickUp;
using InfoShare.Adapters.Receipts;
using InfoShare.Adapters.Retention;
using InfoShare.Adapters.Running;
using InfoShare.Adapters.Sending;
using InfoShare.Adapters.Spool;
using InfoShare.Adapters.Translation;
using InfoShare.Broker;
using InfoShare.Vault;
using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters;

/// <summary>One participant's adapter: files and requests in, messages to routing; deliveries from routing, files out.</summary>
public sealed class AgencyAdapter : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenRetentions = TimeSpan.FromHours(1);

    private readonly AdapterSettings settings;
    private readonly SealedDatabase database;
    private readonly IParticipantLink link;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly Folders folders;
    private readonly WakeUp sending = new();
    private readonly WakeUp handingOver = new();
    private readonly WakeUp telling = new();
    private readonly SemaphoreSlim turn = new(1);
    private readonly ReadingProgress progress;
    private readonly FolderPickUp folder;
    private readonly RequestPickUp requests;
    private readonly Sender sender;
    private readonly RefusalFiles refusals;
    private readonly ArrivalHandler arrivals;
    private readonly IHandOver handOver;
    private readonly MeshClient? mailbox;
    private readonly MeshPickUp? mail;
    private readonly Reporter reporter;
    private readonly RetentionStep retention;
    private bool offered;

    private AgencyAdapter(
        AdapterSettings settings, SealedDatabase database, AdapterIds ids, IParticipantLink link, IReadOnlyList<ITranslator> translators,
        IDeliveryFormat format, TimeProvider clock, ILogger log)
    {
        (this.settings, this.database, this.link, this.clock, this.log) = (settings, database, link, clock, log);
        folders = new(settings.Folder);
        var spool = new MessageSpool(database, ids, clock, sending);
        var translating = new Translating(settings, translators, clock, log);
        var ledger = new FileLedger(database, clock);
        progress = new(log);
        var reading = new FileReading(settings, folders, translating, spool, ledger, progress, ids, database, clock);
        folder = new(folders, reading, ledger, ids, clock, log);
        requests = new(translating, spool);
        sender = new(database, link, clock, log);
        refusals = new(database, folders);
        var receipts = new RoutingReceipts(database, clock, sending, telling, log);
        var outbox = new Outbox(folders);
        handOver = new HandOverWays(database, folders, outbox, format, turn, clock, telling, log).Open(settings.HandOver);
        var recalls = new Recalls(database, handOver, turn, clock, handingOver, telling, log);
        arrivals = new(database, receipts, recalls, clock, handingOver, telling, log);
        reporter = new(database, link, ids, settings.Organisations[0], clock);
        retention = new(settings, folders, outbox, database, clock, log);
        mailbox = settings.Mesh is { } mesh ? new(mesh, clock) : null;
        mail = mailbox is null ? null : new(mailbox, new MeshReports(database, folders, clock, telling, log), folders, settings.LargeFileBytes, log);
    }

    /// <summary>The participant's id.</summary>
    public string Participant => settings.Participant;

    /// <summary>Bytes in one file or request at the most.</summary>
    public int MostBytes => settings.FileBytes;

    internal SealedDatabase Database => database;

    /// <summary>What the agency's system fetches, and the token that it must have; null where it does not fetch.</summary>
    internal (PullHandOver Inbox, Secret Token)? Pulled =>
        (handOver, settings.HandOver) is (PullHandOver inbox, HandOverSettings.Pull { Token: var token }) ? (inbox, token) : null;

    /// <summary>Opens the spool, or makes it.</summary>
    /// <param name="settings">Whose adapter it is.</param>
    /// <param name="link">Its way to the broker.</param>
    /// <param name="translators">The formats it reads; the first that recognises a file reads it.</param>
    /// <param name="format">The form that its system loads.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="log">Gets ids, counts and kinds of error; never names, texts, file names or numbers.</param>
    /// <exception cref="KeysMissingException">There is a spool, and its keys are not there.</exception>
    public static AgencyAdapter Open(
        AdapterSettings settings, IParticipantLink link, IReadOnlyList<ITranslator> translators, IDeliveryFormat format, TimeProvider clock, ILogger log)
    {
        var path = Path.Combine(settings.Folder, "spool.db");
        var keys = Path.Combine(settings.KeysFolder, settings.Participant);
        var master = MasterKey.Open(keys, File.Exists(path));
        var database = SealedDatabase.Open(path, keys, master, SpoolSchema.Sql);
        if (database.Restored)
            log.LogWarning("the spool was restored from a backup; keys whose numbers are behind routing's get a new epoch");
        return new(settings, database, new AdapterIds(settings.Participant, master), link, translators, format, clock, log);
    }

    /// <summary>Runs until cancelled. A part that fails is logged and goes on.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Repeat("pick-up", PickUpAsync, BetweenLooks, null, cancellationToken),
        Repeat("mailbox", TakeMailAsync, settings.Mesh?.Look ?? Timeout.InfiniteTimeSpan, null, cancellationToken),
        Repeat("sending", OfferAsync, BetweenTries, sending, cancellationToken),
        Repeat("consuming", token => link.ConsumeAsync((message, t) => arrivals.HandleAsync(message, receiptsLater: true, t), token), BetweenTries, null, cancellationToken),
        Repeat("hand-over", HandOverDueAsync, BetweenTries, handingOver, cancellationToken),
        Repeat("reporting", ReportDueAsync, BetweenTries, telling, cancellationToken),
        Repeat("retention", _ => RetainAsync(), BetweenRetentions, null, cancellationToken));

    /// <summary>Takes one request: all of its records or none, and answers once they are on disk.</summary>
    public Task<Acceptance> AcceptAsync(ITranslator translator, ReadOnlyMemory<byte> content) => requests.AcceptAsync(translator, content);

    /// <summary>Where a message stands; null when it is not, or no longer, known.</summary>
    public SentMessage? Find(string messageId) => StatusReader.Find(database, messageId);

    /// <summary>How its link to the broker is.</summary>
    public LinkHealth Link => link.Health;

    /// <summary>Counts and ages now.</summary>
    public AdapterStatus Status() => StatusReader.Read(Participant, database, folders, progress.Current, sender.Reaching, link.Health, clock.GetUtcNow());

    /// <summary>One look at <c>in/</c>. A file is taken at the second look at which it is the same.</summary>
    public Task PickUpAsync(CancellationToken cancellationToken) => folder.LookAsync(cancellationToken);

    /// <summary>One look into the mailbox, if there is one.</summary>
    public Task TakeMailAsync(CancellationToken cancellationToken) => mail?.LookAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Sends what is due.</summary>
    public Task SendDueAsync(CancellationToken cancellationToken) => sender.SendDueAsync(cancellationToken);

    /// <summary>Takes one message from the incoming queue.</summary>
    public Task<Settlement> HandleAsync(BrokerMessage message, CancellationToken cancellationToken) => arrivals.HandleAsync(message, receiptsLater: false, cancellationToken);

    /// <summary>Hands over what is due.</summary>
    public Task HandOverDueAsync(CancellationToken cancellationToken) => handOver.RunAsync(cancellationToken);

    /// <summary>Tells routing, and the agency's people, what they have not been told.</summary>
    public async Task ReportDueAsync(CancellationToken cancellationToken)
    {
        await reporter.ReportDueAsync(cancellationToken);
        await refusals.WriteDueAsync();
    }

    /// <summary>Deletes what has been kept for long enough.</summary>
    public Task RetainAsync() => retention.RunAsync();

    public async ValueTask DisposeAsync()
    {
        handOver.Dispose();
        mailbox?.Dispose();
        await database.DisposeAsync();
        sending.Dispose();
        handingOver.Dispose();
        telling.Dispose();
        turn.Dispose();
    }

    private async Task OfferAsync(CancellationToken cancellationToken)
    {
        if (!offered)
            await sender.MakeDueAsync();
        offered = true;
        await SendDueAsync(cancellationToken);
    }

    private Task Repeat(string name, Func<CancellationToken, Task> step, TimeSpan pause, WakeUp? early, CancellationToken cancellationToken) =>
        Task.Run(() => Loop.RunAsync(name, step, pause, early, clock, log, cancellationToken), CancellationToken.None);
}
