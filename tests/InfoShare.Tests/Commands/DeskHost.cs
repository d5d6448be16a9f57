using InfoShare.Adapters.Translation;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Storage;
using InfoShare.Vault;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace InfoShare.Tests.Commands;

/// <summary>Everything in one process with real files, for commands that ask a router.</summary>
internal sealed class DeskHost : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly RunningHost host;
    private readonly Task working;

    private DeskHost(string data, RunningHost host, WebApplication web) => (Data, this.host, Web, working) = (data, host, web, host.RunAsync(stop.Token));

    public string Data { get; }

    public WebApplication Web { get; }

    public DeskPlace Here => new(Data, null, new Uri(Web.Urls.Single()).Port, Json: true);

    public static async Task<DeskHost> StartAsync(string data)
    {
        var settings = ConfigurationFile.Read(SampleConfiguration.Text).Settings! with { Data = data, Port = 0 };
        var host = await RunningHost.OpenAsync(settings, Parts.All, TimeProvider.System, NullLoggerFactory.Instance, TestContext.Current.CancellationToken);
        var web = WebHost.Build(settings, host, Serilog.Core.Logger.None);
        await web.StartAsync(TestContext.Current.CancellationToken);
        return new(data, host, web);
    }

    public T Read<T>(Func<ReadScope, T> read) => host.Routing!.Store.Read(read);

    /// <summary>A participant's adapter takes a canonical message.</summary>
    public Task AcceptAsync(string participant, byte[] message) => host.Adapters.Single(a => a.Participant == participant).AcceptAsync(new CanonicalTranslator(), message);

    public static async Task UntilAsync(Func<bool> seen)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (!seen())
            await Task.Delay(20, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await working;
        await Web.DisposeAsync();
        await host.DisposeAsync();
        stop.Dispose();
    }
}
