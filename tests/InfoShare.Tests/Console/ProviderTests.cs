using System.Net;
using InfoShare.Console.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace InfoShare.Tests.Console;

/// <summary>Signing in by an OAuth 2.0 provider: here a small one of three addresses, which signs in whoever it was told to.</summary>
public sealed class ProviderTests
{
    [Fact]
    public async Task Whom_the_provider_names_has_the_roles_of_the_account_here()
    {
        await using var provider = await FakeProvider.StartAsync("operator");
        await using var console = await ConsoleTestHost.StartAsync(provider.Settings);
        await console.SignedInAsync("operator", "operator");
        var client = console.Client();

        var home = await SignInAsync(client, provider);

        Assert.Equal("/messages", home.Location);
        Assert.Equal(HttpStatusCode.OK, (await ConsoleTestHost.GetAsync(client, "/messages")).Status);
        Assert.Contains(console.Audit("signed-in"), row => row.Detail == "operator by a provider");
    }

    [Fact]
    public async Task Whom_nobody_here_knows_is_not_let_in()
    {
        await using var provider = await FakeProvider.StartAsync("somebody else");
        await using var console = await ConsoleTestHost.StartAsync(provider.Settings);
        var client = console.Client();

        var refused = await SignInAsync(client, provider);

        Assert.Equal("/sign-in?refused=provider", refused.Location);
        Assert.Equal(HttpStatusCode.Found, (await ConsoleTestHost.GetAsync(client, "/messages")).Status);
        Assert.Single(console.Audit("sign-in-refused"));
    }

    [Fact]
    public async Task An_answer_that_nobody_asked_for_is_not_taken()
    {
        await using var provider = await FakeProvider.StartAsync("operator");
        await using var console = await ConsoleTestHost.StartAsync(provider.Settings);

        var refused = await ConsoleTestHost.GetAsync(console.Client(), "/sign-in/back?code=code&state=invented");

        Assert.Equal("/sign-in?refused=provider", refused.Location);
    }

    /// <summary>Follows the way to the provider and back, as a browser does.</summary>
    private static async Task<Answer> SignInAsync(HttpClient client, FakeProvider provider)
    {
        var asks = await ConsoleTestHost.GetAsync(client, "/sign-in/provider?next=/messages");
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var back = await browser.GetAsync(new Uri(asks.Location!), TestContext.Current.CancellationToken);
        Assert.StartsWith(provider.Settings.Authorization.ToString(), asks.Location, StringComparison.Ordinal);
        return await ConsoleTestHost.GetAsync(client, back.Headers.Location!.PathAndQuery);
    }

    private sealed class FakeProvider(WebApplication app) : IAsyncDisposable
    {
        public SignInProvider Settings => new("County", At("authorize"), At("token"), At("user"), "infoshare", "a secret", "preferred_username", ["openid"]);

        public static async Task<FakeProvider> StartAsync(string signsIn)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            var app = builder.Build();
            app.MapGet("/authorize", (HttpRequest request) => Results.Redirect($"{request.Query["redirect_uri"]}?code=code&state={Uri.EscapeDataString(request.Query["state"]!)}"));
            app.MapPost("/token", async (HttpRequest request) => (await request.ReadFormAsync()) is var form && form["code"] == "code" && form["client_secret"] == "a secret" && form["code_verifier"].Count == 1
                ? Results.Json(new { access_token = "token", token_type = "Bearer" }) : Results.BadRequest());
            app.MapGet("/user", (HttpRequest request) => request.Headers.Authorization == "Bearer token" ? Results.Json(new { preferred_username = signsIn }) : Results.Unauthorized());
            await app.StartAsync();
            return new(app);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private Uri At(string path) => new(new Uri(app.Urls.First()), path);
    }
}
