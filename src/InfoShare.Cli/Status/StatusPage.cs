using System.Globalization;
using System.Net;
using System.Text;
using InfoShare.Adapters;
using InfoShare.Cli.Hosting;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Cli.Status;

/// <summary>A plain page and its JSON: who is waiting for what. No content, no names.</summary>
internal static class StatusPage
{
    private static readonly string[] UnderWay = [DeliveryStates.Decided, DeliveryStates.Sending, DeliveryStates.Sent, DeliveryStates.Received];

    private static readonly (string Heading, string[] States)[] Columns =
    [
        ("under way", UnderWay),
        ("handed over", [DeliveryStates.HandedOver]),
        ("answered", [DeliveryStates.Acknowledged, DeliveryStates.Answered]),
        ("withheld", [DeliveryStates.Withheld]),
        ("held", [DeliveryStates.Held]),
        ("recalled", [DeliveryStates.Recalled]),
        ("superseded", [DeliveryStates.Superseded]),
        ("failed or expired", [DeliveryStates.Failed, DeliveryStates.Expired]),
    ];

    public static void MapStatus(this WebApplication app, RunningHost host)
    {
        app.MapGet("/", () => Results.Content(Html(FlowStatus.Of(host, TimeProvider.System.GetUtcNow()), routes: host.Routing is not null), "text/html; charset=utf-8")).ExcludeFromDescription();
        app.MapGet("/status.json", () => FlowStatus.Of(host, TimeProvider.System.GetUtcNow())).WithSummary("How things flow, now: counts and ages.").WithTags("status");
        app.MapGet("/health/live", () => Results.Text("alive")).ExcludeFromDescription();
        app.MapGet("/health/ready", async (CancellationToken cancellationToken) => await Readiness.ProblemsAsync(host, cancellationToken) is { Count: > 0 } problems
            ? Results.Text(string.Join('\n', problems), statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text(string.Join('\n', ["ready", .. Readiness.Warnings(host)]))).ExcludeFromDescription();
    }

    public static string Html(FlowStatus status, bool routes)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $$"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="5"><title>InfoShare: status</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #0b0c0c }
            .scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; margin-bottom: 2rem }
            caption { text-align: left; font-weight: bold; font-size: 1.2rem; padding: .5rem 0 }
            th, td { text-align: right; padding: .4rem .6rem; border-bottom: 1px solid #b1b4b6; vertical-align: bottom }
            th:first-child { text-align: left; white-space: nowrap } .attention { font-weight: bold; color: #b10e1e }
            </style></head><body><main>
            <h1>InfoShare</h1>
            <p>{{status.At:yyyy-MM-dd HH:mm:ss}} UTC, directory {{Text(status.Directory)}}{{(status.Policy is { } policy ? $", policy {Text(policy.Name)} {Text(policy.Version)}" : "")}}. This page renews itself every five seconds.</p>
            """);
        if (status.Restored)
            html.Append("<p class=\"attention\">The store was restored from a backup. Adapters offer again everything that they keep.</p>");
        if (status.Policy is { IsOlder: true })
            html.Append("<p class=\"attention\">The policies in the settings are refused. The sets that were used last decide; the log says what is wrong, and where.</p>");
        if (routes)
            AppendDeliveries(html, status);
        if (status.Participants.Any(p => p.Adapter is not null))
            AppendAdapters(html, status);
        return html.Append("<p><a href=\"/status.json\">The same as JSON</a> · <a href=\"/openapi/v1.json\">HTTP pick-up (OpenAPI)</a></p></main></body></html>").ToString();
    }

    private static void AppendDeliveries(StringBuilder html, FlowStatus status)
    {
        html.Append("<div class=\"scroll\"><table><caption>Deliveries by recipient</caption><thead><tr><th scope=\"col\">recipient</th>");
        foreach (var (heading, _) in Columns)
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{heading}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var participant in status.Participants)
            AppendStates(html, participant.Participant, participant.Deliveries);
        if (status.ForNobody.Count > 0)
            AppendStates(html, "nobody was found", status.ForNobody);
        html.Append("</tbody></table></div>");
    }

    private static void AppendStates(StringBuilder html, string recipient, IReadOnlyDictionary<string, long> counts)
    {
        html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(recipient)}</th>");
        foreach (var (heading, states) in Columns)
            AppendCount(html, states.Sum(s => counts.GetValueOrDefault(s)), heading is "failed or expired" or "held");
        html.Append("</tr>");
    }

    private static void AppendAdapters(StringBuilder html, FlowStatus status)
    {
        html.Append("""
            <div class="scroll"><table><caption>Adapters</caption><thead><tr><th scope="col">participant</th><th scope="col">broker</th>
            <th scope="col">files waiting</th><th scope="col">records read</th><th scope="col">messages waiting</th><th scope="col">oldest (s)</th><th scope="col">accepted</th>
            <th scope="col">known already</th><th scope="col">ids reused</th><th scope="col">refused</th></tr></thead><tbody>
            """);
        foreach (var adapter in status.Participants.Select(p => p.Adapter).OfType<AdapterStatus>())
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(adapter.Participant)}</th><td{(adapter.ReachesBroker ? "" : " class=\"attention\"")}>{adapter.Broker}</td>");
            AppendCount(html, adapter.FilesPending, false);
            html.Append(CultureInfo.InvariantCulture, $"<td>{adapter.Reading?.Records}</td>");
            AppendCount(html, adapter.Waiting, false);
            html.Append(CultureInfo.InvariantCulture, $"<td>{adapter.OldestWaitingSeconds:0}</td>");
            AppendCount(html, adapter.Accepted, false);
            AppendCount(html, adapter.Unchanged + adapter.Duplicates, false);
            AppendCount(html, adapter.ReusedIds, true);
            AppendCount(html, adapter.Refused + adapter.Quarantined, true);
            html.Append("</tr>");
        }

        html.Append("</tbody></table></div>");
    }

    private static void AppendCount(StringBuilder html, long count, bool attention) =>
        html.Append(CultureInfo.InvariantCulture, $"<td{(attention && count > 0 ? " class=\"attention\"" : "")}>{count}</td>");

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
