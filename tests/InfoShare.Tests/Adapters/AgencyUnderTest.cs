using System.Text;
using System.Text.Json;
using InfoShare.Adapters;
using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.Translation;
using InfoShare.Broker;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Tests.Clock;
using Xunit;

namespace InfoShare.Tests.Adapters;

/// <summary>One adapter in a temporary folder, with a clock that stands still and a link that notes what is sent.</summary>
internal sealed class AgencyUnderTest : IAsyncDisposable
{
    public static readonly OrganisationSource School = new("urn", "100001");
    public static readonly OrganisationSource OtherSchool = new("urn", "100002");

    private AgencyAdapter? adapter;

    public AgencyUnderTest()
    {
        Root = System.IO.Directory.CreateTempSubdirectory("infoshare-adapter-").FullName;
        Settings = new()
        {
            Participant = "education-cumberland",
            Kind = AgencyKind.Education,
            Organisations = [School, OtherSchool],
            Folder = Path.Combine(Root, "agency"),
            KeysFolder = Path.Combine(Root, "keys"),
        };
    }

    public string Root { get; }

    public AdapterSettings Settings { get; set; }

    public ManualClock Clock { get; } = new();

    public NotingLink Link { get; } = new();

    public CollectedLog Log { get; } = new();

    public IReadOnlyList<ITranslator> Translators { get; set; } = [new CanonicalTranslator()];

    public IDeliveryFormat Format { get; set; } = new JsonDeliveryFormat();

    public AgencyAdapter Adapter => adapter ??= AgencyAdapter.Open(Settings, Link, Translators, Format, Clock, Log);

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public string In(string name) => Path.Combine(Settings.Folder, "in", name);

    public string Done(string name) => Path.Combine(Settings.Folder, "done", name);

    public string Quarantine(string name) => Path.Combine(Settings.Folder, "quarantine", name);

    public string Out(string name) => Path.Combine(Settings.Folder, "out", name);

    public void Drop(string name, string content) => Drop(name, Encoding.UTF8.GetBytes(content));

    public void Drop(string name, byte[] content)
    {
        _ = Adapter;
        File.WriteAllBytes(In(name), content);
    }

    /// <summary>Two looks, so that what lies in <c>in/</c> is taken; and time for what cannot be read.</summary>
    public async Task PickUpAsync()
    {
        await Adapter.PickUpAsync(Token);
        Clock.Advance(TimeSpan.FromSeconds(10));
        await Adapter.PickUpAsync(Token);
    }

    public Task SendAsync() => Adapter.SendDueAsync(Token);

    /// <summary>Drops, takes and sends; returns what was sent by it.</summary>
    public async Task<IReadOnlyList<Envelope<object>>> SendAsync(string name, string content)
    {
        Drop(name, content);
        await PickUpAsync();
        Link.Published.Clear();
        await SendAsync();
        return Link.Messages;
    }

    public JsonElement Summary(string name) => JsonDocument.Parse(File.ReadAllBytes(Done(name + ".summary.json"))).RootElement;

    public string[] Reasons() => [.. System.IO.Directory.GetFiles(Path.Combine(Settings.Folder, "quarantine"), "*.reason.json").Order().Select(File.ReadAllText)];

    public Task<Settlement> ReceiveAsync<T>(T data, string id = "", string? partition = null, string? order = null)
    {
        var type = MessageTypes.All.Single(t => t.Data == data!.GetType());
        var envelope = new Envelope<T>
        {
            SpecVersion = "1.0",
            Id = id.Length > 0 ? id : Guid.NewGuid().ToString("n"),
            Source = OrganisationSource.OfKind(AgencyKind.Police),
            Type = type.CloudEventType,
            Time = Clock.GetUtcNow(),
            PartitionKey = partition,
            Order = order,
            Data = data,
        };
        return Adapter.HandleAsync(new BrokerMessage(envelope.Id, WireWriter.Write(envelope)), Token);
    }

    public Task ReceiptAsync(
        string about, ReceiptOutcome outcome = ReceiptOutcome.Accepted, string? incarnation = "store-1", int? epoch = null, int? highest = null, params string[] codes) =>
        ReceiveAsync(new Receipt
        {
            About = about,
            Outcome = outcome,
            Incarnation = incarnation,
            Epoch = epoch,
            HighestSequence = highest,
            Reasons = [.. codes.Select(code => new ReceiptReason { Code = code, Field = "data.x", Text = "must be so" })],
        });

    /// <summary>Hands over what is due, and tells routing.</summary>
    public async Task HandOverAsync()
    {
        await Adapter.HandOverDueAsync(Token);
        await Adapter.ReportDueAsync(Token);
    }

    /// <summary>The files that the agency's system finds.</summary>
    public string[] InOut() => [.. System.IO.Directory.GetFiles(Out("")).Select(p => Path.GetFileName(p)).Order()];

    /// <summary>As after a crash between the renaming and its note.</summary>
    public Task StepBackToStagedAsync() => Adapter.Database.WriteAsync(write =>
    {
        write.Execute("update inbox set state = 'staged', told = 'received', handedOverAt = 0");
    });

    public async Task ReopenAsync()
    {
        if (adapter is not null)
            await adapter.DisposeAsync();
        adapter = null;
        _ = Adapter;
    }

    public async Task CloseAsync()
    {
        if (adapter is not null)
            await adapter.DisposeAsync();
        adapter = null;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        System.IO.Directory.Delete(Root, recursive: true);
    }
}
