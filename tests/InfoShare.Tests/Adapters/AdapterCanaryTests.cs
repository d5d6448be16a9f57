using System.Text;
using InfoShare.Contracts.Deliveries;
using Xunit;

namespace InfoShare.Tests.Adapters;

/// <summary>Personal data planted in every path, good and bad, and searched for where it must not be.</summary>
public sealed class AdapterCanaryTests : IAsyncDisposable
{
    private static readonly string[] Canaries = ["Canaryname", "Canary Lane", "CA99 9ZX", "4857773456", "canary-file"];
    private readonly AgencyUnderTest agency = new();

    [Fact]
    public async Task Logs_reasons_summaries_the_spool_and_attributes_hold_no_personal_data()
    {
        agency.Drop("canary-file Canaryname.json", Planted());
        agency.Drop("canary-file bad.json", Planted().Replace("\"specversion\":\"1.0\",", "", StringComparison.Ordinal));
        agency.Drop("canary-file broken.json", Planted()[..^5]);
        agency.Drop("canary-file date.json", Planted().Replace("2015-03-04", "Canaryname", StringComparison.Ordinal));
        agency.Drop("canary-file unknown.json", Planted().Replace("\"data\":{", "\"data\":{\"Canaryname\":{\"Canary Lane\":[", StringComparison.Ordinal));
        agency.Drop("canary-file source.json", Planted().Replace("urn/100001", "urn/Canaryname", StringComparison.Ordinal));
        await agency.PickUpAsync();
        await agency.SendAsync();
        await agency.ReceiptAsync(agency.Link.Messages[0].Id, ReceiptOutcome.Refused, codes: "invalid-field");
        await agency.ReceiveAsync(Arrivals.Delivery(text: string.Join(' ', Canaries)));
        await agency.ReceiveAsync(Arrivals.Recall());
        await agency.Adapter.HandleAsync(new("Canaryname", "Canaryname"u8.ToArray()), AgencyUnderTest.Token);
        await agency.Adapter.HandOverDueAsync(AgencyUnderTest.Token);
        await agency.Adapter.ReportDueAsync(AgencyUnderTest.Token);

        AssertNone("logs", string.Join('\n', agency.Log.Lines));
        foreach (var reason in System.IO.Directory.GetFiles(agency.Quarantine(""), "*.reason.json").Concat(System.IO.Directory.GetFiles(agency.Done(""), "*.summary.json")))
            AssertNone("reason or summary", File.ReadAllText(reason));
        foreach (var message in agency.Link.Messages)
            AssertNone("attributes", $"{message.Id} {message.Source} {message.PartitionKey} {message.CorrelationId} {message.CausationId} {message.Order}");
        await agency.CloseAsync();
        foreach (var file in System.IO.Directory.GetFiles(agency.Settings.Folder, "spool.db*"))
            AssertNone("spool", Encoding.Latin1.GetString(File.ReadAllBytes(file)));
    }

    private static string Planted()
    {
        var data = Canonical.Data("Canaryname-1", facts: "Canaryname of Canary Lane, CA99 9ZX, number 4857773456", child: "Canaryname");
        return Canonical.Message(data with { Parts = data.Parts with { Address = new() { Addresses = [new() { Lines = ["1 Canary Lane"], Postcode = "CA99 9ZX" }] } } }, id: "Canaryname");
    }

    private static void AssertNone(string where, string text)
    {
        foreach (var canary in Canaries)
            Assert.False(text.Contains(canary, StringComparison.OrdinalIgnoreCase), $"{where}: {canary}");
    }

    public ValueTask DisposeAsync() => agency.DisposeAsync();
}
