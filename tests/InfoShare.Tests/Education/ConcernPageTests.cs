using System.Net;
using System.Text.RegularExpressions;
using InfoShare.Adapters.Education.Concerns;
using InfoShare.Adapters.PickUp;
using InfoShare.Tests.Adapters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace InfoShare.Tests.Education;

/// <summary>The page of the concern form, as a browser sees it.</summary>
public sealed partial class ConcernPageTests : IAsyncLifetime
{
    private const string Page = "/agencies/education-cumberland/concern";

    private readonly AgencyUnderTest agency = new();
    private WebApplication? host;
    private HttpClient client = new();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        host = builder.Build();
        host.MapAgency(agency.Adapter).MapConcernForm(agency.Adapter, [("urn/100001", "Sample Fell Primary School"), ("urn/100002", "Sample & Lakes Academy")]);
        await host.StartAsync();
        client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(host.Urls.Single()) };
    }

    [Fact]
    public async Task Every_field_of_the_page_has_a_label_and_what_describes_it_is_there()
    {
        foreach (var html in new[] { await client.GetStringAsync(Page, AgencyUnderTest.Token), await TextAsync(await SendAsync(new() { ["born"] = "never" })) })
        {
            var ids = Ids().Matches(html).Select(m => m.Groups[1].Value).ToList();
            Assert.Equal(ids.Distinct(), ids);
            Assert.All(Described().Matches(html).SelectMany(m => m.Groups[1].Value.Split(' ')), id => Assert.Contains(id, ids));
            Assert.All(LinksToFields().Matches(html), m => Assert.Contains(m.Groups[1].Value, ids));
            var labelled = LabelsFor().Matches(html).Select(m => m.Groups[1].Value).ToHashSet();
            Assert.All(Controls().Matches(html).Where(m => !m.Value.Contains("hidden", StringComparison.Ordinal)), m =>
                Assert.True(labelled.Contains(Name().Match(m.Value).Groups[1].Value) || html[..m.Index].EndsWith("<label class=\"choice\">", StringComparison.Ordinal), m.Value));
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_page_may_not_be_framed_kept_or_run_script()
    {
        var answer = await client.GetAsync(Page, AgencyUnderTest.Token);

        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("frame-ancestors 'none'", string.Join(';', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_form_that_is_sent_is_on_disk_and_the_next_page_says_so()
    {
        var answer = await SendAsync();

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(1, agency.Adapter.Status().Waiting);
        var saved = await client.GetStringAsync(new Uri(new Uri(client.BaseAddress!, Page), answer.Headers.Location!), AgencyUnderTest.Token);
        var message = answer.Headers.Location!.OriginalString.Split('=')[1];
        Assert.Contains($"<b>{message}</b>", saved, StringComparison.Ordinal);
        Assert.NotNull(agency.Adapter.Find(message));
    }

    [Fact]
    public async Task The_same_page_sent_twice_is_one_concern_and_with_changes_its_correction()
    {
        await SendAsync();
        var again = await SendAsync();
        await SendAsync(new() { ["facts"] = "Invented: and the week before." });
        await agency.SendAsync();

        Assert.EndsWith("/saved", again.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(["uk.infoshare.concern.raised.v1", "uk.infoshare.concern.corrected.v1"], agency.Link.Messages.Select(m => m.Type).OrderDescending());
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_what_was_filled_in_stays()
    {
        var answer = await SendAsync(new() { ["born"] = "30 February", ["facts"] = "", ["family"] = "<b>\"O'Test\"</b>" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var html = await TextAsync(answer);
        Assert.Contains("<title>Problem: Raise a concern", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#facts\">What was seen or heard is required</a>", html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"problem\" id=\"born-problem\">Problem: Date of birth must be a day that exists", html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"born-hint born-problem\" aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;b&gt;&quot;O&#39;Test&quot;&lt;/b&gt;\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains("value=\"0123456789abcdef0123456789abcdef\"", html, StringComparison.Ordinal);
        Assert.Equal(0, agency.Adapter.Status().Waiting);
        Assert.DoesNotContain(agency.Log.Lines, line => line.Contains("O'Test", StringComparison.Ordinal) || line.Contains("February", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("null", null)]
    [InlineData("http://elsewhere.example", null)]
    [InlineData("http://127.0.0.1", null)]
    [InlineData("own", "cross-site")]
    [InlineData("own", "same-site")]
    [InlineData("own", "none")]
    public async Task A_form_from_another_page_is_refused_and_nothing_is_taken(string? origin, string? site)
    {
        var answer = await SendAsync(origin: origin, site: site);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, agency.Adapter.Status().Waiting);
    }

    [Fact]
    public async Task A_browser_that_says_that_the_page_is_its_own_is_believed() =>
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(site: "same-origin")).StatusCode);

    [Fact]
    public async Task Too_large_and_another_type_have_their_own_answers()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(new() { ["facts"] = new('x', 300_000) })).StatusCode);
        var json = new HttpRequestMessage(HttpMethod.Post, Page) { Content = new StringContent("{}") };
        json.Headers.Add("Origin", Own);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await client.SendAsync(json, AgencyUnderTest.Token)).StatusCode);
    }

    [Fact]
    public async Task When_the_disk_is_full_the_form_comes_back_as_it_was()
    {
        await DiskFull.FillAsync(agency.Adapter.Database);
        var facts = new string('x', 20_000);

        var answer = await SendAsync(new() { ["facts"] = facts });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var html = await TextAsync(answer);
        Assert.Contains("It cannot be saved now", html, StringComparison.Ordinal);
        Assert.Contains(facts, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_is_no_message_is_not_repeated() =>
        Assert.DoesNotContain("Canary", await client.GetStringAsync(Page + "/saved?message=Canary", AgencyUnderTest.Token), StringComparison.Ordinal);

    private string Own => client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    private Task<HttpResponseMessage> SendAsync(Dictionary<string, string>? changed = null, string? origin = "own", string? site = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["reference"] = "0123456789abcdef0123456789abcdef",
            ["school"] = "urn/100001",
            ["family"] = "Testperson",
            ["level"] = "3",
            ["facts"] = "Invented: came to school hungry all week.",
        };
        foreach (var (name, value) in changed ?? [])
            fields[name] = value;
        var request = new HttpRequestMessage(HttpMethod.Post, Page) { Content = new FormUrlEncodedContent(fields) };
        if (origin is not null)
            request.Headers.Add("Origin", origin == "own" ? Own : origin);
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        return client.SendAsync(request, AgencyUnderTest.Token);
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(AgencyUnderTest.Token);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (host is not null)
            await host.DisposeAsync();
        await agency.DisposeAsync();
    }

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Ids();

    [GeneratedRegex(" aria-(?:describedby|labelledby)=\"([^\"]*)\"")]
    private static partial Regex Described();

    [GeneratedRegex("<label for=\"([^\"]*)\"")]
    private static partial Regex LabelsFor();

    [GeneratedRegex("<a href=\"#([^\"]+)\"")]
    private static partial Regex LinksToFields();

    [GeneratedRegex("<(?:input|textarea|select)[^>]*>")]
    private static partial Regex Controls();

    [GeneratedRegex(" name=\"([^\"]*)\"")]
    private static partial Regex Name();
}
