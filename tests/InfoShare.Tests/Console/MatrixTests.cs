using System.Net;
using InfoShare.Console.Security;
using InfoShare.Tests.Docs;
using InfoShare.Tests.Routing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace InfoShare.Tests.Console;

/// <summary>Who may open which page: the table in docs/console.md, against the routes that there are, tried with an account of each role.</summary>
public sealed class MatrixTests
{
    private const string Page = "docs/console.md";

    [Fact]
    public async Task Every_page_is_in_the_table_and_none_else()
    {
        await using var console = await ConsoleTestHost.StartAsync();

        Assert.Equal(Routes(console).Order(StringComparer.Ordinal), Table().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_role_opens_the_pages_of_the_table_and_no_other()
    {
        await using var console = await ConsoleTestHost.StartAsync();
        await console.Routing.SendAsync(Messages.School, Messages.From(Messages.Concern(), 1));
        var clients = new Dictionary<string, HttpClient>();
        foreach (var role in Role.All)
            clients[role.Title] = await console.SignedInAsync(role.Word, role.Word, role.OfOrganisation ? "urn/999998" : null, role.OfPost ? "designated-safeguarding-lead" : null);

        foreach (var (route, may) in Table())
        {
            foreach (var role in Role.All)
            {
                using var answer = await clients[role.Title].GetAsync(new Uri(AddressOf(route), UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken); // a stream has no end
                Assert.True(may.Contains(role.Title) ? answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound : answer.StatusCode == HttpStatusCode.Forbidden, $"{role.Title} at {route}: {(int)answer.StatusCode}");
            }
        }

        Assert.NotEmpty(console.Audit("console-refused"));
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_opens_any()
    {
        await using var console = await ConsoleTestHost.StartAsync();
        var nobody = console.Client();

        foreach (var route in Table().Keys)
        {
            var status = (await ConsoleTestHost.GetAsync(nobody, AddressOf(route))).Status;
            Assert.True(status is HttpStatusCode.Found or HttpStatusCode.Unauthorized, $"{route}: {(int)status}");
        }
    }

    /// <summary>Pages and streams that need somebody to be signed in; not those of signing in and out, of problems and of pictures.</summary>
    private static IEnumerable<string> Routes(ConsoleTestHost console) => console.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct();

    private static Dictionary<string, string[]> Table() => Markdown.Table(Sources.Text(Page), "Page", "Address", "Who").Skip(1)
        .ToDictionary(row => row[1].Trim('`'), row => row[2] == "everybody" ? [.. Role.All.Select(role => role.Title)] : row[2].Split(", "));

    /// <summary>With ids of things that are not there, or of the one message.</summary>
    private static string AddressOf(string route) => string.Join('/', route.Split('/').Select(segment => segment switch
    {
        "{sender}" => Messages.School,
        "{id}" when route.StartsWith("/messages/", StringComparison.Ordinal) => "key-1-ConcernRaised-1",
        ['{', ..] => "none",
        _ => segment,
    }));
}
