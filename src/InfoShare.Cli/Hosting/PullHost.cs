using System.Net;
using InfoShare.Adapters;
using InfoShare.Adapters.HandOver.Pull;
using InfoShare.Cli.Configuration;
using Serilog;

namespace InfoShare.Cli.Hosting;

/// <summary>Where systems on other machines fetch what waits for them: by HTTPS, with a token, and nothing else than that.</summary>
internal static class PullHost
{
    /// <summary>Null where none is asked for.</summary>
    /// <exception cref="CannotStartException">Its certificate cannot be read.</exception>
    public static WebApplication? Build(PullConfiguration settings, IReadOnlyList<AgencyAdapter> adapters, Serilog.ILogger logger)
    {
        if (settings.Listen is not { } address)
            return null;
        var certificate = HandOverOpening.Certificate(settings.Certificate!, settings.Key);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddSerilog(logger);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Parse(address), settings.Port, listen => listen.UseHttps(certificate));
            kestrel.AddServerHeader = false;
        });
        builder.Services.AddProblemDetails();
        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        foreach (var adapter in adapters)
            app.MapDeliveries(adapter);
        return app;
    }
}
