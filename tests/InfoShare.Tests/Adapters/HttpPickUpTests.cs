using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using InfoShare.Adapters.PickUp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace InfoShare.Tests.Adapters;

public sealed class HttpPickUpTests : IAsyncLifetime
{
    private readonly AgencyUnderTest agency = new();
    private WebApplication? host;
    private HttpClient client = new();

    public async ValueTask InitializeAsync()
    {
        agency.Settings = agency.Settings with { FileBytes = 1024 * 1024 };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        host = builder.Build();
        host.MapAgency(agency.Adapter);
        await host.StartAsync();
        client = new() { BaseAddress = new Uri(host.Urls.Single()) };
    }

    [Fact]
    public async Task Accepted_means_that_the_spool_has_it()
    {
        var answer = await PostAsync(Canonical.List(Canonical.Concern("1"), Canonical.Concern("1"), Canonical.Concern("2")));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(AgencyUnderTest.Token);
        Assert.Equal((2, 1), (body.GetProperty("messages").GetArrayLength(), body.GetProperty("nothingToSend").GetInt32()));

        var id = body.GetProperty("messages")[0].GetString()!;
        var state = await client.GetFromJsonAsync<JsonElement>($"/agencies/education-cumberland/messages/{id}", AgencyUnderTest.Token);
        Assert.Equal("waiting", state.GetProperty("state").GetString());
    }

    [Fact]
    public async Task One_bad_message_keeps_the_whole_request_out_and_the_answer_names_the_field()
    {
        var answer = await PostAsync(Canonical.List(Canonical.Concern("1"), Canonical.Concern("2").Replace("2015-03-04", "2015-02-30", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(AgencyUnderTest.Token);
        Assert.Equal("message 2: data.parts.identity.dateOfBirth", body.GetProperty("errors")[0].GetProperty("field").GetString());
        Assert.Contains("a day that exists", body.GetProperty("errors")[0].GetProperty("problem").GetString());
        Assert.Equal(0, agency.Adapter.Status().Waiting);
    }

    [Fact]
    public async Task A_reused_id_is_a_conflict_and_the_same_again_is_not()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(Canonical.Concern(id: "x1", facts: "one"))).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(Canonical.Concern(id: "x1", facts: "one"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(Canonical.Concern(id: "x1", facts: "two"))).StatusCode);
        Assert.Equal(1, agency.Adapter.Status().Waiting);
    }

    [Fact]
    public async Task Too_large_wrong_type_and_unknown_have_their_own_answers()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(new string(' ', 1024 * 1024 + 1))).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await PostAsync("<a/>", "application/xml")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/agencies/education-cumberland/messages/none", AgencyUnderTest.Token)).StatusCode);
    }

    [Fact]
    public async Task A_spool_that_cannot_write_says_so()
    {
        await DiskFull.FillAsync(agency.Adapter.Database);
        var large = Canonical.Concern(facts: new string('x', 20_000));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await PostAsync(large)).StatusCode);
        await DiskFull.FreeAsync(agency.Adapter.Database);
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(large)).StatusCode);
    }

    private Task<HttpResponseMessage> PostAsync(string content, string type = "application/json") =>
        client.PostAsync("/agencies/education-cumberland/messages", new StringContent(content, Encoding.UTF8, type), AgencyUnderTest.Token);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (host is not null)
            await host.DisposeAsync();
        await agency.DisposeAsync();
    }
}
