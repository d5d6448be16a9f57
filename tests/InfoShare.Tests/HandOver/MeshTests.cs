using System.Text;
using InfoShare.Adapters;
using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.HandOver.Push;
using InfoShare.Adapters.Mesh;
using InfoShare.Contracts.Deliveries;
using InfoShare.Tests.Adapters;

namespace InfoShare.Tests.HandOver;

/// <summary>Handing over to a mailbox of the NHS's message exchange.</summary>
public sealed class MeshTests : HandOverContract
{
    private readonly MailboxSystem system;

    public MeshTests() : this(new()) { }

    private MeshTests(MailboxSystem system) : base(system) => this.system = system;

    [Fact]
    public async Task A_report_that_nobody_collected_it_is_told_and_it_is_sent_again()
    {
        Agency.Settings = Agency.Settings with { Mesh = system.Mailbox };
        await Agency.ReceiveAsync(Arrivals.Delivery());
        await HandOverAsync();
        var sent = Assert.Single(system.Exchange.Mailbox(MailboxSystem.To));
        system.Exchange.Mailbox(MailboxSystem.Ours).Add(new("R1", new Dictionary<string, string>
        {
            ["mex-MessageType"] = "REPORT",
            ["mex-LinkedMsgID"] = sent.Id,
            ["mex-StatusCode"] = "14",
        }, []));

        await Agency.Adapter.TakeMailAsync(AgencyUnderTest.Token);
        await HandOverAsync();

        Assert.Equal(ReceiptOutcome.Failed, Agency.Link.Receipts[^1].Outcome);
        Assert.Contains("MESH reports 14", Assert.Single(Agency.Reasons()), StringComparison.Ordinal);
        Assert.Empty(System.IO.Directory.GetFiles(Agency.In("")));
        Assert.True(system.Exchange.Mailbox(MailboxSystem.Ours)[0].Acknowledged);

        Agency.Clock.Advance(TimeSpan.FromHours(1));
        await HandOverAsync();
        Assert.Equal(2, system.Exchange.Mailbox(MailboxSystem.To).Count);
        Assert.Equal(ReceiptOutcome.HandedOver, Agency.Link.Receipts[^1].Outcome);
    }

    [Fact]
    public async Task A_report_of_a_message_that_is_not_known_here_is_told_to_the_agencys_people()
    {
        Agency.Settings = Agency.Settings with { Mesh = system.Mailbox };
        system.Exchange.Mailbox(MailboxSystem.Ours).Add(new("R1", new Dictionary<string, string> { ["mex-MessageType"] = "REPORT", ["mex-LinkedMsgID"] = "20260101", ["mex-StatusCode"] = "14" }, []));

        await Agency.Adapter.TakeMailAsync(AgencyUnderTest.Token);

        Assert.Contains("not known here was not delivered: MESH reports 14", Assert.Single(Agency.Reasons()), StringComparison.Ordinal);
        Assert.True(system.Exchange.Mailbox(MailboxSystem.Ours)[0].Acknowledged);
    }

    [Fact]
    public async Task A_recipient_that_the_exchange_does_not_know_is_told_after_several_tries()
    {
        Agency.Settings = Agency.Settings with { HandOver = ((HandOverSettings.ByMesh)Agency.Settings.HandOver) with { To = "X26NOBODY" } };
        await Agency.ReceiveAsync(Arrivals.Delivery());
        for (var i = 0; i < PushHandOver.MostRefusals; i++)
        {
            await HandOverAsync();
            Agency.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(ReceiptOutcome.Failed, Agency.Link.Receipts[^1].Outcome);
        Assert.Contains("answered 417", Assert.Single(Agency.Reasons()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exchange_that_is_down_is_asked_again()
    {
        system.Exchange.Refuses = 503;
        await Agency.ReceiveAsync(Arrivals.Delivery());
        await HandOverAsync();
        Assert.Empty(system.Got);
        system.Exchange.Refuses = null;
        Agency.Clock.Advance(TimeSpan.FromSeconds(2));
        await HandOverAsync();
        Assert.Single(system.Got);
    }
}

/// <summary>Reads its mailbox; the same local id a second time is nothing new.</summary>
internal sealed class MailboxSystem : IAgencySystem
{
    public const string Ours = "X26OURS";
    public const string To = "X26THEIRS";

    public MeshExchange Exchange { get; } = new();

    public MeshSettings Mailbox => new(Exchange.Address, Ours, Secret.Of(MeshExchange.Password), Secret.Of(MeshExchange.SharedKey));

    public string StateBeforeTheNote => "offered";

    public IReadOnlyList<Got> Got =>
        [.. Exchange.Mailbox(To).DistinctBy(m => m.Headers["mex-LocalID"]).Select(m => new Got(
            m.Headers["mex-LocalID"].Replace("recall-", "", StringComparison.Ordinal),
            m.Headers["mex-FileName"] switch { var n when n.EndsWith(".withheld.json", StringComparison.Ordinal) => "withheld", var n when n.EndsWith(".recalled.json", StringComparison.Ordinal) => "recall", _ => "delivery" },
            Encoding.UTF8.GetString(m.Body)))];

    public async Task<HandOverSettings> StartAsync()
    {
        await Exchange.StartAsync();
        _ = Exchange.Mailbox(To);
        return new HandOverSettings.ByMesh(To, "INFOSHARE") { Mailbox = Mailbox };
    }

    public Task TakeAsync(AgencyUnderTest agency) => Task.CompletedTask;

    public ValueTask DisposeAsync() => Exchange.DisposeAsync();
}
