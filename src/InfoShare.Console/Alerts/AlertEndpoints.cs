using InfoShare.Console.Alerts.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace InfoShare.Console.Alerts;

/// <summary>The parts of alerting, and where a monitor outside asks whether it works.</summary>
internal static class AlertEndpoints
{
    public static void AddAlerts(this IServiceCollection services, AlertSettings settings, TimeProvider clock)
    {
        services.AddSingleton(settings).AddSingleton<AlertDesk>();
        if (settings.Smtp is { } smtp)
            services.AddSingleton<IAlertChannel>(new EmailChannel(smtp, clock));
        if (settings.Webhook is { } webhook)
            services.AddSingleton<IAlertChannel>(_ => new WebhookChannel(webhook, clock));
        services.AddSingleton<AlertWatch>().AddHostedService(provider => provider.GetRequiredService<AlertWatch>());
    }

    /// <summary>503 with the reason while nobody would be told.</summary>
    public static void MapAlerts(this IEndpointRouteBuilder app) => app.MapGet("/health/alerting", (AlertWatch watch) =>
        watch.Silence() is { } why ? Results.Text(why, statusCode: StatusCodes.Status503ServiceUnavailable) : Results.Text("alerting works")).AllowAnonymous();
}
