using System.Diagnostics.Metrics;
using InfoShare.Adapters;
using InfoShare.Cli.Configuration;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace InfoShare.Cli.Hosting;

/// <summary>Sends metrics and traces to a collector, by OTLP. Only our own: what libraries tell of themselves may hold addresses.</summary>
internal sealed class Telemetry : IDisposable
{
    private const string Ours = "InfoShare.*";

    private readonly Meter gauges = new("InfoShare.Host");
    private readonly MeterProvider metrics;
    private readonly TracerProvider traces;

    private Telemetry(TelemetryConfiguration settings, string service)
    {
        var resource = ResourceBuilder.CreateDefault().AddService(service, serviceNamespace: "infoshare");
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Ours).AddOtlpExporter(exporter => Configure(exporter, settings, "v1/metrics")).Build();
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Ours).AddOtlpExporter(exporter => Configure(exporter, settings, "v1/traces")).Build();
    }

    /// <summary>Null where no collector is named: then nothing listens, and nothing is counted.</summary>
    /// <param name="service">What this process is.</param>
    /// <param name="host">The parts that tell how they are; null: none.</param>
    public static Telemetry? Open(TelemetryConfiguration settings, string service, RunningHost? host = null)
    {
        if (settings.Endpoint is null && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT")))
            return null;
        var telemetry = new Telemetry(settings, service);
        if (host is not null)
            telemetry.Watch(host);
        return telemetry;
    }

    /// <summary>Sends what there is, and ends.</summary>
    public void Dispose()
    {
        metrics.Dispose();
        traces.Dispose();
        gauges.Dispose();
    }

    private void Watch(RunningHost host)
    {
        gauges.CreateObservableGauge("infoshare.broker.link", () => Links(host), description: "1 up, 2 blocked, 3 down, 4 lost");
        gauges.CreateObservableGauge("infoshare.spool.messages", () => Spools(host, status => status.Waiting), description: "Messages without a receipt");
        gauges.CreateObservableGauge("infoshare.spool.age", () => Spools(host, status => status.OldestWaitingSeconds ?? 0), "s", "Of the oldest message without a receipt");
    }

    private static IEnumerable<Measurement<int>> Links(RunningHost host) =>
    [
        .. host.Routing is { } routing ? (Measurement<int>[])[new((int)routing.Link.State, Tag("user", "routing"))] : [],
        .. host.Adapters.Select(adapter => new Measurement<int>((int)adapter.Link.State, Tag("user", adapter.Participant))),
    ];

    private static IEnumerable<Measurement<double>> Spools(RunningHost host, Func<AdapterStatus, double> of) =>
        [.. host.Adapters.Select(adapter => new Measurement<double>(of(adapter.Status()), Tag("participant", adapter.Participant)))];

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    /// <summary>Where the settings name no collector, the variables of OpenTelemetry say all.</summary>
    private static void Configure(OtlpExporterOptions exporter, TelemetryConfiguration settings, string path)
    {
        if (settings.Endpoint is not { } endpoint)
            return;
        (exporter.Protocol, exporter.Endpoint) = settings.Form is OtlpForm.Http
            ? (OtlpExportProtocol.HttpProtobuf, new Uri(endpoint.ToString().TrimEnd('/') + "/" + path))
            : (OtlpExportProtocol.Grpc, endpoint);
    }
}
