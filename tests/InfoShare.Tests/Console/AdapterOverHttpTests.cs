using System.Text;
using InfoShare.Adapters.PickUp;
using InfoShare.Cli.Consoles;
using InfoShare.Console.Inboxes;
using InfoShare.Tests.Adapters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace InfoShare.Tests.Console;

/// <summary>The inbox of a console that is a process of its own, at the HTTP pick-up of an adapter that is another.</summary>
public sealed class AdapterOverHttpTests : IAsyncLifetime
{
    private const string Participant = "education-cumberland";

    private readonly AgencyUnderTest agency = new();
    private WebApplication? host;
    private AdapterOverHttp? door;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        host = builder.Build();
        host.MapAgency(agency.Adapter);
        await host.StartAsync();
        door = new(new Dictionary<string, Uri> { [Participant] = new(host.Urls.Single()) });
    }

    [Fact]
    public async Task What_is_handed_in_is_in_the_adapters_spool_and_is_known_again()
    {
        Assert.Null(door!.WhyNot(Participant));

        var saved = Assert.IsType<HandedIn.Saved>(await HandInAsync(Canonical.Concern("1")));

        Assert.NotNull(agency.Adapter.Find(Assert.Single(saved.Messages)));
        Assert.IsType<HandedIn.Before>(await HandInAsync(Canonical.Concern("1")));
    }

    [Fact]
    public async Task What_the_adapter_refuses_comes_back_by_its_fields()
    {
        var refused = Assert.IsType<HandedIn.Refused>(await HandInAsync(Canonical.Concern("2").Replace("2015-03-04", "2015-02-30", StringComparison.Ordinal)));

        Assert.EndsWith("data.parts.identity.dateOfBirth", Assert.Single(refused.Problems).Field, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adapter_that_does_not_answer_has_taken_nothing_and_one_without_an_address_is_elsewhere()
    {
        await host!.StopAsync(TestContext.Current.CancellationToken);

        Assert.IsType<HandedIn.NotNow>(await HandInAsync(Canonical.Concern("3")));
        Assert.NotNull(door!.WhyNot("education-suffolk"));
    }

    public async ValueTask DisposeAsync()
    {
        door?.Dispose();
        if (host is not null)
            await host.DisposeAsync();
        await agency.DisposeAsync();
    }

    private Task<HandedIn> HandInAsync(string message) => door!.HandInAsync(Participant, Encoding.UTF8.GetBytes(Canonical.List(message)));
}
