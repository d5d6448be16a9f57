using System.Net;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Console;
using InfoShare.Console.Hosting;
using InfoShare.Console.Security;
using InfoShare.Vault;

namespace InfoShare.Cli.Consoles;

/// <summary>Builds the operators' console as the settings say.</summary>
internal static class ConsoleOpening
{
    /// <summary>The console of a process that routes.</summary>
    /// <exception cref="CannotStartException">Its certificate, or a secret that alerting needs, cannot be read.</exception>
    public static WebApplication? Build(Settings settings, RunningHost host, ILoggerProvider log)
    {
        if (host.Routing is not { } routing)
            return null;
        var broker = new BrokerLook(settings, host.Directory, host.Adapters, TimeProvider.System);
        var context = new ConsoleContext(routing.Store, host.Directory, routing.Policies, routing.Desks, broker, TimeProvider.System)
        {
            Door = new AdapterDoor(host.Adapters),
            Access = BrokerAccess.Of(settings),
            Routes = true,
            Scenarios = ScenarioOpening.Of(settings),
        };
        return Build(settings, context, log);
    }

    /// <exception cref="CannotStartException">Its certificate, or a secret that alerting needs, cannot be read.</exception>
    public static WebApplication Build(Settings settings, ConsoleContext context, ILoggerProvider log) => ConsoleApp.Build(context, new(
        IPAddress.Parse(settings.Console.Listen), settings.Console.Port,
        settings.Console.Certificate is { } certificate ? HandOverOpening.Certificate(certificate, settings.Console.Key) : null,
        Path.Combine(settings.KeysFolder, "console"))
    {
        Provider = ProviderOf(settings.Console.Provider),
        Alerts = AlertsOpening.Of(settings.Alerts),
    }, log);

    private static SignInProvider? ProviderOf(ProviderConfiguration? provider) => provider is null ? null : new(
        provider.Title, provider.Authorization, provider.Token, provider.UserInfo, provider.ClientId, HandOverOpening.Text(provider.ClientSecretFile), provider.NameClaim, provider.Scopes);

    /// <summary>The password of the first account, which is made at the first start; null: there are accounts.</summary>
    /// <exception cref="CannotStartException">It cannot be written down.</exception>
    public static async Task<string?> FirstPasswordAsync(WebApplication app)
    {
        try
        {
            return await app.Services.GetRequiredService<AccountDesk>().MakeFirstAsync();
        }
        catch (StoreUnavailableException e)
        {
            throw new CannotStartException($"the console's first account cannot be kept: {e.Message}");
        }
    }

    /// <summary>Says where it is, and at the first start by which name and password it is entered.</summary>
    public static async Task SayWhereAsync(WebApplication app, string? password, TextWriter output)
    {
        await output.WriteLineAsync($"  console      {app.Urls.First()}/");
        if (password is not null)
            await output.WriteLineAsync($"               sign in as administrator with {password} (shown this once; you choose another then)");
    }
}
