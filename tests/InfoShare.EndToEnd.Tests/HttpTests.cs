using System.Net;
using System.Text;
using System.Text.Json;
using InfoShare.EndToEnd.Tests.Running;

namespace InfoShare.EndToEnd.Tests;

/// <summary>Handing in by HTTP, and the pages, of the real process.</summary>
public sealed class HttpTests(HttpTests.Host host) : IClassFixture<HttpTests.Host>
{
    private const string School = "agencies/education-cumberland/messages";
    private const string Fhir = "agencies/health-cumberland/fhir/$process-message";

    [Fact]
    public async Task A_message_of_the_contracts_is_accepted_and_can_be_asked_for()
    {
        using var answer = await PostAsync(School, Example());

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (await JsonAsync(answer)).GetProperty("messages")[0].GetString();
        using var state = await host.Http.GetAsync($"{School}/{id}", TestContext.Current.CancellationToken);
        Assert.Contains((await JsonAsync(state)).GetProperty("state").GetString(), (string[])["waiting", "accepted"]);
    }

    [Fact]
    public async Task A_fhir_message_is_accepted_with_an_operation_outcome()
    {
        using var answer = await PostAsync(Fhir, Sample("health-cumberland", "01-concern-from-community-nurse.json"), "application/fhir+json");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("OperationOutcome", (await JsonAsync(answer)).GetProperty("resourceType").GetString());
    }

    [Fact]
    public async Task A_fhir_message_in_xml_is_accepted_and_answered_in_json()
    {
        const string Message = """
            <Bundle xmlns="http://hl7.org/fhir"><type value="message"/>
            <entry><resource><MessageHeader><eventUri value="https://example.org/any"/><source><endpoint value="https://example.org/sender"/></source></MessageHeader></resource></entry>
            <entry><resource><Patient><id value="xml-1"/><name><family value="Testperson"/></name><birthDate value="2016-05-14"/></Patient></resource></entry>
            <entry><resource><Flag><id value="xml-1"/><status value="active"/><code><coding><system value="http://snomed.info/sct"/><code value="836881000000105"/></coding></code>
              <subject><reference value="Patient/xml-1"/></subject></Flag></resource></entry></Bundle>
            """;

        using var answer = await PostAsync(Fhir, Encoding.UTF8.GetBytes(Message), "application/fhir+xml");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("informational", (await JsonAsync(answer)).GetProperty("issue")[0].GetProperty("code").GetString());
        Assert.Equal("application/fhir+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("\"dateOfBirth\": \"2016-05-14\"", "\"dateOfBirth\": \"2016-02-31\"", "data.parts.identity.dateOfBirth", "2016-02-31")]
    [InlineData("\"levelOfNeed\": 4", "\"levelOfNeed\": 9007", "data.levelOfNeed", "9007")]
    [InlineData("urn/999998", "urn/000777", "source", "000777")]
    [InlineData("concern.raised.v1", "concern.mysterious.v1", "type", "mysterious")]
    public async Task A_bad_field_is_named_and_its_value_is_not_repeated(string good, string bad, string field, string value)
    {
        var example = Encoding.UTF8.GetString(Example());
        Assert.Contains(good, example, StringComparison.Ordinal);

        using var answer = await PostAsync(School, Encoding.UTF8.GetBytes(example.Replace(good, bad, StringComparison.Ordinal)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, (await JsonAsync(answer)).GetProperty("errors")[0].GetProperty("field").GetString());
        Assert.DoesNotContain(value, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_fhir_message_is_answered_by_an_operation_outcome_that_names_the_place()
    {
        var sample = Encoding.UTF8.GetString(Sample("health-cumberland", "02-concern-and-new-address.json")).Replace("\"birthDate\": \"", "\"birthDate\": \"canary", StringComparison.Ordinal);

        using var answer = await PostAsync(Fhir, Encoding.UTF8.GetBytes(sample), "application/fhir+json");
        using var broken = await PostAsync(Fhir, "{\"resourceType\":"u8.ToArray(), "application/fhir+json");

        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.Equal("OperationOutcome", (await JsonAsync(broken)).GetProperty("resourceType").GetString());
        Assert.DoesNotContain("canary", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_used_again_for_other_content_is_a_conflict()
    {
        var concern = new Concern("education-suffolk", 1, 1, 3);
        const string path = "agencies/education-suffolk/messages";
        using var first = await PostAsync(path, concern.ToJson());
        using var same = await PostAsync(path, concern.ToJson());
        using var other = await PostAsync(path, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(concern.ToJson()).Replace("Invented", "Imagined", StringComparison.Ordinal)));

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, same.StatusCode);
        Assert.Empty((await JsonAsync(same)).GetProperty("messages").EnumerateArray());
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
    }

    [Theory]
    [InlineData(School)]
    [InlineData(Fhir)]
    public async Task A_body_that_is_too_large_is_refused(string path)
    {
        using var answer = await PostAsync(path, new byte[25 * 1024 * 1024]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData(School)]
    [InlineData(Fhir)]
    public async Task Another_content_type_is_refused(string path)
    {
        using var answer = await PostAsync(path, Example(), "text/plain");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/status.json")]
    [InlineData("/" + School)]
    public async Task A_request_under_the_name_of_another_site_is_refused(string path)
    {
        using var request = new HttpRequestMessage(path == "/" + School ? HttpMethod.Post : HttpMethod.Get, path);
        request.Headers.Host = "elsewhere.example";

        using var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_openapi_document_lists_every_way_in()
    {
        using var answer = await host.Http.GetAsync("openapi/v1.json", TestContext.Current.CancellationToken);

        var paths = (await JsonAsync(answer)).GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        Assert.All(DataFolder.Participants, p => Assert.Contains($"/agencies/{p}/messages", paths));
        Assert.All(DataFolder.Participants, p => Assert.Equal(p.StartsWith("health", StringComparison.Ordinal), paths.Contains($"/agencies/{p}/fhir/$process-message")));
    }

    [Fact]
    public async Task The_status_page_shows_every_participant()
    {
        var page = await host.Http.GetStringAsync("", TestContext.Current.CancellationToken);

        Assert.StartsWith("<!doctype html>", page, StringComparison.Ordinal);
        Assert.All(DataFolder.Participants, p => Assert.Contains($">{p}</th>", page, StringComparison.Ordinal));
    }

    private static byte[] Example() => File.ReadAllBytes(ProjectRoot.Path("contracts", "examples", "concern.raised.json"));

    private static byte[] Sample(string participant, string name) => File.ReadAllBytes(ProjectRoot.Path("samples", participant, name));

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }

    private Task<HttpResponseMessage> PostAsync(string path, byte[] body, string contentType = "application/json") =>
        Posting.PostAsync(host.Http, path, body, contentType);

    /// <summary>One process for all of these tests.</summary>
    public sealed class Host : IAsyncLifetime
    {
        private readonly DataFolder data = new();
        private InfoShareProcess? running;

        public HttpClient Http => running!.Http;

        public async ValueTask InitializeAsync() => running = await InfoShareProcess.StartAsync(data);

        public async ValueTask DisposeAsync()
        {
            await running!.DisposeAsync();
            data.Dispose();
        }
    }
}
