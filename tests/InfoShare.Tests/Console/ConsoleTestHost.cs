using System.Net;
using System.Text.RegularExpressions;
using InfoShare.Console;
using InfoShare.Console.Hosting;
using InfoShare.Console.Security;
using InfoShare.Policy;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Tests.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoShare.Tests.Console;

/// <summary>The console on the records of a routing in memory, asked over HTTP.</summary>
internal sealed partial class ConsoleTestHost : IAsyncDisposable
{
    public const string Password = "four-invented-words";

    private readonly string keys = System.IO.Directory.CreateTempSubdirectory("infoshare-console-").FullName;
    private readonly List<HttpClient> clients = [];

    private ConsoleTestHost(RoutingFixture routing, SignInProvider? provider, IBrokerTruth broker)
    {
        Routing = routing;
        Context = new(routing.Store, routing.Directory, routing.Service.Policies, routing.Service.Desks, broker, routing.Clock);
        App = ConsoleApp.Build(Context, new(IPAddress.Loopback, 0, null, keys) { Provider = provider }, NullLoggerProvider.Instance);
    }

    public RoutingFixture Routing { get; }

    public ConsoleContext Context { get; }

    public WebApplication App { get; }

    public AccountDesk Accounts => App.Services.GetRequiredService<AccountDesk>();

    public SignInDesk SignIn => App.Services.GetRequiredService<SignInDesk>();

    public static async Task<ConsoleTestHost> StartAsync(SignInProvider? provider = null, IBrokerTruth? broker = null)
    {
        var host = new ConsoleTestHost(await RoutingFixture.StartAsync(), provider, broker ?? new NoBroker());
        await host.App.StartAsync();
        return host;
    }

    /// <summary>Makes an account with these roles, and signs in with it.</summary>
    public async Task<HttpClient> SignedInAsync(string name, string role, string? organisation = null, string? post = null)
    {
        await Accounts.MakeForDemoAsync([new(name, [role], organisation, post)], Password);
        var client = Client();
        var answer = await PostAsync(client, "/sign-in", ("Name", name), ("Password", Password));
        Assert.Equal(HttpStatusCode.Found, answer.Status);
        return client;
    }

    /// <summary>A browser of nobody yet. It follows no redirections.</summary>
    public HttpClient Client()
    {
#pragma warning disable CA2000 // The client disposes of its handler.
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = new Uri(App.Urls.First()) };
#pragma warning restore CA2000
        clients.Add(client);
        return client;
    }

    public static async Task<Answer> GetAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return await Answer.OfAsync(answer);
    }

    /// <summary>Posts a form of a page, with the token that the page gives.</summary>
    public static async Task<Answer> PostAsync(HttpClient client, string page, params (string Name, string Value)[] fields)
    {
        var shown = await GetAsync(client, page.Split('?')[0]);
        using var form = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", Token().Match(shown.Text).Groups[1].Value)]);
        using var answer = await client.PostAsync(new Uri(page, UriKind.Relative), form, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(answer);
    }

    /// <summary>The audit's records of a kind, oldest first.</summary>
    public IReadOnlyList<AuditRow> Audit(string kind) =>
        [.. Routing.Store.Read(scope => scope.LatestAudit("console", kind, null, 1_000)).Select(one => one.Row).Reverse()];

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        await App.DisposeAsync();
        await Routing.DisposeAsync();
        System.IO.Directory.Delete(keys, recursive: true);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

/// <summary>What the console answered.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text, string? Location)
{
    public static async Task<Answer> OfAsync(HttpResponseMessage message) =>
        new(message.StatusCode, await message.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), message.Headers.Location?.OriginalString);
}
