using System.Net;
using System.Text.RegularExpressions;
using InfoShare.Console;
using InfoShare.Console.Hosting;
using InfoShare.Console.Security;
using InfoShare.Policy;
using InfoShare.Tests.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoShare.Tests.Console.Failures;

/// <summary>The console beside a routing of the test, over HTTP, as a browser without script has it.</summary>
internal sealed class FailureConsole : IAsyncDisposable
{
    private const string Password = "four-invented-words";

    private static readonly AccountWish[] Accounts = [new("operator", ["operator"]), new("second operator", ["operator"]), new("auditor", ["auditor"])];

    private readonly TemporaryFolder keys;
    private readonly WebApplication app;
    private readonly List<SomebodySignedIn> somebody = [];

    private FailureConsole(TemporaryFolder keys, WebApplication app) => (this.keys, this.app) = (keys, app);

    public static async Task<FailureConsole> StartAsync(RoutingFixture routing)
    {
        var keys = new TemporaryFolder();
        var context = new ConsoleContext(routing.Store, routing.Directory, routing.Service.Policies, routing.Service.Desks, new NoBroker(), routing.Clock);
        var app = ConsoleApp.Build(context, new(IPAddress.Loopback, 0, null, keys.File("console")), NullLoggerProvider.Instance);
        await app.StartAsync(TestContext.Current.CancellationToken);
        await app.Services.GetRequiredService<AccountDesk>().MakeForDemoAsync(Accounts, Password);
        return new(keys, app);
    }

    public async Task<SomebodySignedIn> SignInAsync(string name)
    {
        var signedIn = new SomebodySignedIn(new(app.Urls.First()));
        somebody.Add(signedIn);
        await signedIn.PostAsync("/sign-in", "", ("Name", name), ("Password", Password));
        return signedIn;
    }

    public async ValueTask DisposeAsync()
    {
        somebody.ForEach(one => one.Dispose());
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        keys.Dispose();
    }

    private sealed class NoBroker : IBrokerTruth
    {
        public Task<BrokerState> LookAsync(CancellationToken cancellationToken) => Task.FromResult(new BrokerState("in-memory", null, [], [], [], []));
    }
}

/// <summary>Somebody at the console.</summary>
internal sealed partial class SomebodySignedIn(Uri console) : IDisposable
{
    private readonly HttpClient client = new(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = console };

    /// <summary>Where the last page was: forms lead on.</summary>
    public string At { get; private set; } = "/";

    public HttpStatusCode Status { get; private set; }

    /// <summary>The page, with its entities read.</summary>
    public async Task<string> GetAsync(string address) => await ReadAsync(await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));

    /// <summary>Sends a form of a page, with the page's own proof that it was asked for; the page that follows.</summary>
    public async Task<string> PostAsync(string address, string handler, params (string Name, string Value)[] fields)
    {
        var proof = Proof().Match(await GetAsync(address)).Groups["proof"].Value;
        using var form = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", proof)]);
        return await ReadAsync(await client.PostAsync(new Uri(handler.Length == 0 ? address : $"{address}?handler={handler}", UriKind.Relative), form, TestContext.Current.CancellationToken));
    }

    /// <summary>Approves what waits first.</summary>
    public async Task<string> ApproveAsync() => await PostAsync("/approvals", "Approve", ("id", Waiting().Match(await GetAsync("/approvals")).Groups["id"].Value));

    public void Dispose() => client.Dispose();

    private async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            (At, Status) = (answer.RequestMessage!.RequestUri!.AbsolutePath, answer.StatusCode);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="(?<proof>[^"]+)""")]
    private static partial Regex Proof();

    [GeneratedRegex("""id="a-(?<id>[^"]+)""")]
    private static partial Regex Waiting();
}
