using InfoShare.Adapters;
using InfoShare.Broker.InMemory;
using InfoShare.Cli.Configuration;
using InfoShare.Contracts.Codes;
using InfoShare.Directory;
using InfoShare.Policy;
using InfoShare.Routing;
using InfoShare.Storage;

namespace InfoShare.Cli.Hosting;

/// <summary>Every participant's adapter, the broker and routing in one process, on one data folder.</summary>
internal sealed class AllInOne : IAsyncDisposable
{
    private readonly FileStream ownership;
    private readonly RoutingService routing;

    private AllInOne(FileStream ownership, SharingDirectory directory, RoutingStore store, RoutingService routing, IReadOnlyList<AgencyAdapter> adapters) =>
        (this.ownership, Directory, Store, this.routing, Adapters) = (ownership, directory, store, routing, adapters);

    public SharingDirectory Directory { get; }

    public RoutingStore Store { get; }

    public IReadOnlyList<AgencyAdapter> Adapters { get; }

    /// <summary>Opens everything; goes on where an earlier process was, however it ended.</summary>
    /// <exception cref="CannotStartException">Another process has the folder, or the directory is not good.</exception>
    /// <exception cref="Vault.KeysMissingException">There is data without its keys.</exception>
    public static async Task<AllInOne> OpenAsync(Settings settings, TimeProvider clock, ILoggerFactory logs)
    {
        var ownership = DataFolderLock.TryTake(settings.Data)
            ?? throw new CannotStartException($"another infoshare is running on {settings.Data}");
        var directory = ReadDirectory(settings);
        var broker = new InMemoryBroker(clock);
        foreach (var participant in directory.Participants)
            broker.Declare(participant.Id);

        var store = RoutingStore.Open(Path.Combine(settings.Data, "routing"), Path.Combine(settings.KeysFolder, "routing"));
        var routing = new RoutingService(
            store, directory, SharingPolicy.BuiltIn, RoutingSettingsFrom(settings), broker.Routing, clock, logs.CreateLogger("routing"));
        await routing.StartAsync();
        var adapters = directory.Participants.Select(p => OpenAdapter(p, settings, broker, clock, logs)).ToList();
        return new(ownership, directory, store, routing, adapters);
    }

    /// <summary>Works until cancelled.</summary>
    public Task RunAsync(CancellationToken stop) => Task.WhenAll([routing.RunAsync(stop), .. Adapters.Select(a => a.RunAsync(stop))]);

    public async ValueTask DisposeAsync()
    {
        foreach (var adapter in Adapters)
            await adapter.DisposeAsync();
        await Store.DisposeAsync();
        await ownership.DisposeAsync();
    }

    /// <summary>The folder of a participant's agency: <c>in</c>, <c>out</c>, <c>done</c>, <c>quarantine</c>.</summary>
    public static string AgencyFolder(Settings settings, string participant) => Path.Combine(settings.Data, "agencies", participant);

    private static AgencyAdapter OpenAdapter(Participant participant, Settings settings, InMemoryBroker broker, TimeProvider clock, ILoggerFactory logs)
    {
        var own = settings.For(participant.Id);
        var adapterSettings = new AdapterSettings
        {
            Participant = participant.Id,
            Kind = participant.Kind,
            Organisations = [.. participant.Organisations.Select(id => OrganisationSource.TryParse(id, out var source) ? source : throw new CannotStartException($"{id} is not an organisation"))],
            Folder = AgencyFolder(settings, participant.Id),
            KeysFolder = settings.KeysFolder,
            AcceptAuthorities = own.AcceptAuthorities,
            AsOf = own.AsOf,
            RecentDays = own.RecentDays,
            FileBytes = own.FileBytes,
            SettleSeconds = own.SettleSeconds,
            Retention = new()
            {
                Done = settings.Retention.Done,
                Out = settings.Retention.Out,
                Quarantine = settings.Retention.Quarantine,
                Spool = settings.Retention.Spool,
            },
        };
        var (translators, format) = AgencyFormats.Of(participant.Kind);
        return AgencyAdapter.Open(adapterSettings, broker.LinkFor(participant.Id), translators, format, clock, logs.CreateLogger(participant.Id));
    }

    private static RoutingSettings RoutingSettingsFrom(Settings settings) => new()
    {
        Window = settings.Dispatcher.Window,
        Lease = TimeSpan.FromSeconds(settings.Dispatcher.LeaseSeconds),
        TimeToLive = TimeSpan.FromMinutes(settings.Dispatcher.TimeToLiveMinutes),
        KeepMessages = TimeSpan.FromDays(settings.Retention.Messages),
    };

    private static SharingDirectory ReadDirectory(Settings settings)
    {
        var name = settings.Directory ?? "the sample directory";
        var reading = DirectoryFile.Read(settings.Directory is { } path ? TextOf(path) : SampleDirectory.Yaml);
        var directory = reading.Directory ?? throw new CannotStartException($"{name}: {string.Join(Environment.NewLine, DirectoryReport.Lines(reading))}");
        return settings.Participants.Keys.FirstOrDefault(id => directory.ParticipantNamed(id) is null) is { } unknown
            ? throw new CannotStartException($"participants.{unknown}: is not in {name}; its participants are {string.Join(", ", directory.Participants.Select(p => p.Id))}")
            : directory;
    }

    private static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"directory: {path} cannot be read");
        }
    }
}

/// <summary>Why nothing was started, in words for whoever started it.</summary>
internal sealed class CannotStartException(string message) : Exception(message);
