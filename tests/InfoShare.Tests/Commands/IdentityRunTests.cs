using System.Text;
using System.Text.Json.Nodes;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Identity;
using InfoShare.Routing.Identity;
using InfoShare.Storage.Children;
using InfoShare.Storage.Deliveries;
using Xunit;

namespace InfoShare.Tests.Commands;

/// <summary>The commands about identity, beside everything in one process with real files.</summary>
public sealed class IdentityRunTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();
    private DeskHost desk = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IdentityRun Run => new(output, error);

    private IdentityListRun List => new(output, error);

    public async ValueTask InitializeAsync()
    {
        desk = await DeskHost.StartAsync(folder.File("data"));
        await desk.AcceptAsync("education-cumberland", Concern("P-1", "Robin"));
        await DeskHost.UntilAsync(() => desk.Read(scope => scope.AllDeliveries()).Count > 0);
        await desk.AcceptAsync("education-cumberland", Concern("P-2", "Maya"));
        await DeskHost.UntilAsync(() => desk.Read(scope => scope.CountOpenReviews()) > 0);
    }

    [Fact]
    public async Task A_question_is_listed_looked_at_answered_and_undone_while_everything_runs()
    {
        Assert.Equal(0, await List.ReviewsAsync(new(10, desk.Here), Token));
        var listed = Said()["reviews"]![0]!;
        Assert.Equal(("details-alike", "urn/999998", "urn/999998"), ((string?)listed["why"], (string?)listed["sources"]![0], (string?)listed["sources"]![1]));
        var review = (string)listed["review"]!;

        Assert.Equal(0, await Run.LookAsync(new(review, "reviewer", desk.Here with { Json = false }), Token));
        var seen = Text();
        Assert.Matches("(?s)Robin Testperson.*Maya Testperson|Maya Testperson.*Robin Testperson", seen);
        Assert.Matches(@"Address +Same +\+", seen);
        Assert.DoesNotContain("Imaginary", seen, StringComparison.Ordinal);

        Assert.Equal(0, await Run.DecideAsync(new(review, IdentityOutcome.Same, "reviewer", desk.Here with { Json = false }), Token));
        Assert.StartsWith("both are of one child now; ", Text(), StringComparison.Ordinal);
        Assert.Equal(0, await List.ReviewsAsync(new(10, desk.Here with { Json = false }), Token));
        Assert.Equal("0 open", Text().TrimEnd());

        var delivery = desk.Read(scope => scope.AllDeliveries()).First(row => row.ChildToken is not null);
        Assert.Equal(0, await List.WhoAsync(new(delivery.DeliveryId, desk.Here), Token));
        var known = Said().AsArray();
        Assert.Equal(2, known.Count);
        Assert.DoesNotContain("Testperson", known.ToJsonString(), StringComparison.Ordinal);

        Assert.Equal(0, await Run.UnlinkAsync(new((string)known[1]!["record"]!, "reviewer", desk.Here with { Json = false }), Token));
        Assert.StartsWith("the record is of a child of its own now; ", Text(), StringComparison.Ordinal);
        Assert.Equal(0, await List.WhoAsync(new(delivery.DeliveryId, desk.Here), Token));
        Assert.Single(Said().AsArray());
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_one_line()
    {
        Assert.Equal(1, await Run.LookAsync(new("none", "reviewer", desk.Here), Token));
        Assert.Equal("there is no such question", (string?)Said()["error"]);
        Assert.Equal(1, await List.WhoAsync(new("none", desk.Here), Token));
        Assert.Equal("there is no such delivery, or it is about no child", (string?)Said()["error"]);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        output.Dispose();
        error.Dispose();
        folder.Dispose();
    }

    private static byte[] Concern(string local, string given) => Encoding.UTF8.GetBytes($$$$$"""
        {"specversion":"1.0","id":"c-{{{{{local}}}}}","source":"https://infoshare.local/agency/urn/999998","type":"uk.infoshare.concern.raised.v1","time":"2026-11-19T09:30:00Z",
         "data":{"concernId":"C-{{{{{local}}}}}","levelOfNeed":4,"parts":{
           "identity":{"identifiers":[{"system":"local","value":"{{{{{local}}}}}"}],"names":[{"family":"Testperson","given":["{{{{{given}}}}}"]}],"dateOfBirth":"2016-05-14"},
           "address":{"addresses":[{"lines":["3 Imaginary Lane"],"postcode":"CA99 9ZZ","areaCode":"E06000063","use":"home"}]},
           "incident":{"facts":"Invented."},"contact":{"role":"designated-safeguarding-lead"}}}}
        """);

    private JsonNode Said() => JsonNode.Parse(Text().TrimEnd().Split('\n')[^1])!;

    private string Text()
    {
        var text = output.ToString();
        output.GetStringBuilder().Clear();
        return text;
    }
}
