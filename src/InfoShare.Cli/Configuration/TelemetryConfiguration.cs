namespace InfoShare.Cli.Configuration;

/// <summary>Where metrics and traces go.</summary>
public sealed record TelemetryConfiguration
{
    /// <summary>Of a collector, for OTLP; null: nowhere, unless OTEL_EXPORTER_OTLP_ENDPOINT says it.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>How it is spoken to.</summary>
    public OtlpForm Form { get; init; }

    private static readonly IReadOnlyDictionary<string, OtlpForm> Forms = new Dictionary<string, OtlpForm> { ["grpc"] = OtlpForm.Grpc, ["http"] = OtlpForm.Http };

    internal static TelemetryConfiguration Read(Section section)
    {
        var settings = new TelemetryConfiguration { Endpoint = HandOverSections.Address(section, "endpoint"), Form = section.OneOf("form", Forms, new TelemetryConfiguration().Form) };
        section.RefuseUnknown();
        return settings;
    }
}

/// <summary>OTLP over gRPC, or over HTTP with protobuf.</summary>
public enum OtlpForm
{
    /// <summary>Usually port 4317.</summary>
    Grpc = 0,

    /// <summary>Usually port 4318. The paths of metrics and traces are added to the endpoint.</summary>
    Http,
}
