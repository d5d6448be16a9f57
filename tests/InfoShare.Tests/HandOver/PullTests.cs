using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using InfoShare.Adapters;
using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.HandOver.Pull;
using InfoShare.Contracts.Deliveries;
using InfoShare.Tests.Adapters;
using Microsoft.AspNetCore.Builder;

namespace InfoShare.Tests.HandOver;

/// <summary>Handing over to a system that fetches.</summary>
public sealed class PullTests : HandOverContract
{
    private readonly FetchingSystem system;

    public PullTests() : this(new()) { }

    private PullTests(FetchingSystem system) : base(system) => this.system = system;

    [Theory]
    [InlineData(null)]
    [InlineData("another token, just as long")]
    [InlineData("")]
    public async Task Without_the_token_nothing_is_told(string? token)
    {
        await Agency.ReceiveAsync(Arrivals.Delivery());
        using var client = await system.ClientAsync(Agency, token);
        foreach (var path in new[] { "", "/d1" })
        {
            using var answer = await client.GetAsync(FetchingSystem.Path + path, AgencyUnderTest.Token);
            Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (answer.StatusCode, answer.Headers.WwwAuthenticate.Single().Scheme));
        }

        using var acknowledged = await client.PutAsync(FetchingSystem.Path + "/d1/acknowledged", null, AgencyUnderTest.Token);
        Assert.Equal(HttpStatusCode.Unauthorized, acknowledged.StatusCode);
    }

    [Fact]
    public async Task The_list_comes_in_pages_in_the_order_of_arrival()
    {
        for (var i = 1; i <= 5; i++)
            await Agency.ReceiveAsync(Arrivals.Delivery($"d{i}"), partition: $"k{i}");
        using var client = await system.ClientAsync(Agency);
        var (ids, after) = (new List<string>(), (long?)0);
        while (after is not null)
        {
            var page = await client.GetFromJsonAsync<WaitingDeliveries>($"{FetchingSystem.Path}?limit=2&after={after}", AgencyUnderTest.Token);
            ids.AddRange(page!.Deliveries.Select(d => d.Id));
            after = page.Next;
        }

        Assert.Equal(["d1", "d2", "d3", "d4", "d5"], ids);
    }

    [Fact]
    public async Task What_was_not_fetched_cannot_be_acknowledged()
    {
        await Agency.ReceiveAsync(Arrivals.Delivery());
        using var client = await system.ClientAsync(Agency);
        using var early = await client.PutAsync(FetchingSystem.Path + "/d1/acknowledged", null, AgencyUnderTest.Token);
        using var unknown = await client.PutAsync(FetchingSystem.Path + "/d9/acknowledged", null, AgencyUnderTest.Token);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (early.StatusCode, unknown.StatusCode));
        Assert.Equal(1, Agency.Adapter.Status().Inbox["received"]);
    }

    [Fact]
    public async Task What_was_fetched_and_not_acknowledged_is_listed_again_and_handed_over_later()
    {
        await Agency.ReceiveAsync(Arrivals.Delivery());
        using var client = await system.ClientAsync(Agency);
        var first = await client.GetStringAsync(FetchingSystem.Path + "/d1", AgencyUnderTest.Token);
        await Agency.Adapter.ReportDueAsync(AgencyUnderTest.Token);
        Assert.DoesNotContain(Agency.Link.Receipts, r => r.Outcome == ReceiptOutcome.HandedOver);

        Assert.Equal(first, await client.GetStringAsync(FetchingSystem.Path + "/d1", AgencyUnderTest.Token));
        await HandOverAsync();
        Assert.Equal(ReceiptOutcome.HandedOver, Agency.Link.Receipts[^1].Outcome);
    }

    [Fact]
    public async Task A_recall_of_what_was_fetched_is_told_because_it_may_have_been_read()
    {
        await Agency.ReceiveAsync(Arrivals.Delivery());
        using var client = await system.ClientAsync(Agency);
        await client.GetStringAsync(FetchingSystem.Path + "/d1", AgencyUnderTest.Token);
        await Agency.ReceiveAsync(Arrivals.Recall());

        using var again = await client.GetAsync(FetchingSystem.Path + "/d1", AgencyUnderTest.Token);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        await HandOverAsync();
        Assert.Equal([("d1", "recall")], system.Got.Select(g => (g.Id, g.Kind)));
    }
}

/// <summary>Lists, gets and acknowledges until nothing waits.</summary>
internal sealed class FetchingSystem : IAgencySystem
{
    public const string Path = "/agencies/education-cumberland/deliveries";
    private const string Token = "a token of the tests, long enough";

    private readonly List<Got> got = [];
    private WebApplication? server;
    private AgencyAdapter? served;

    public string StateBeforeTheNote => "offered";

    public IReadOnlyList<Got> Got => got;

    public Task<HandOverSettings> StartAsync() => Task.FromResult<HandOverSettings>(new HandOverSettings.Pull(Secret.Of(Token)));

    public async Task<HttpClient> ClientAsync(AgencyUnderTest agency, string? token = Token)
    {
        if (server is null || served != agency.Adapter)
        {
            served = agency.Adapter;
            server = await LocalServer.StartAsync(app => app.MapDeliveries(served));
        }

        var client = new HttpClient { BaseAddress = server.Address() };
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public async Task TakeAsync(AgencyUnderTest agency)
    {
        using var client = await ClientAsync(agency);
        foreach (var waiting in (await client.GetFromJsonAsync<WaitingDeliveries>(Path, AgencyUnderTest.Token))!.Deliveries)
        {
            using var answer = await client.GetAsync($"{Path}/{waiting.Id}", AgencyUnderTest.Token);
            if (!answer.IsSuccessStatusCode)
                continue;
            var id = waiting.Id.Replace("recall-", "", StringComparison.Ordinal);
            if (got.All(g => (g.Id, g.Kind) != (id, waiting.Kind)))
                got.Add(new(id, waiting.Kind, await answer.Content.ReadAsStringAsync(AgencyUnderTest.Token)));
            (await client.PutAsync($"{Path}/{waiting.Id}/acknowledged", null, AgencyUnderTest.Token)).Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }
}
