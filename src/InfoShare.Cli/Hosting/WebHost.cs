using System.Net;
using InfoShare.Adapters.Education.Concerns;
using InfoShare.Adapters.HandOver.Pull;
using InfoShare.Adapters.Health;
using InfoShare.Adapters.PickUp;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Desks;
using InfoShare.Cli.Status;
using InfoShare.Contracts.Codes;
using Serilog;

namespace InfoShare.Cli.Hosting;

/// <summary>The status page and HTTP pick-up, on this machine only.</summary>
internal static class WebHost
{
    public static WebApplication Build(Settings settings, RunningHost host, Serilog.ILogger logger)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddSerilog(logger);
        // A page of another origin must not reach this one under a name of its own.
        builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Parse(Settings.Listen), settings.Port);
            kestrel.Limits.MaxRequestBodySize = null; // Each adapter has its own limit, and answers for it in its own form.
            kestrel.AddServerHeader = false;
        });
        builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict);
        builder.Services.AddOpenApi();
        builder.Services.AddProblemDetails();

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapOpenApi();
        foreach (var adapter in host.Adapters)
        {
            app.MapDeliveries(adapter);
            var group = app.MapAgency(adapter);
            var participant = host.Directory.ParticipantNamed(adapter.Participant)!;
            if (participant.Kind is AgencyKind.Health)
                group.MapFhir(adapter);
            if (participant.Kind is AgencyKind.Education)
                group.MapConcernForm(adapter, [.. participant.Organisations.Select(id => (id, NameOf(id, host)))]);
        }

        app.MapWhereFhirIs([.. host.Adapters.Select(a => a.Participant).Where(p => host.Directory.ParticipantNamed(p)!.Kind is AgencyKind.Health)]);
        app.MapStatus(host);
        if (host.Routing is { } routing)
            app.MapDesks(routing);
        return app;
    }

    private static string NameOf(string organisation, RunningHost host) =>
        host.Directory.OrganisationWith(organisation, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime))?.Name ?? organisation;
}
