using System.Runtime.InteropServices;
using System.Text.Json;
using InfoShare.Contracts.Notices;

namespace InfoShare.Contracts.Wire;

/// <summary>Reads messages. Total: whatever the bytes, the answer is a message or the fields that are wrong.</summary>
public static class WireReader
{
    private static ReadOnlySpan<byte> Utf8Bom => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a message of any known type; its data has the type's record.</summary>
    public static ReadResult<Envelope<object>> Read(ReadOnlySpan<byte> utf8)
    {
        var outer = Parse<Envelope<JsonElement>>(utf8, MessageLimits.MessageBytes, "");
        if (outer.Value is not { } envelope)
            return ReadResult.Bad<Envelope<object>>(outer.Problems);

        if (TypeOf(envelope.Type, out var problem) is not { } type)
            return ReadResult.Bad<Envelope<object>>(problem!);

        var data = Typed(envelope.Data, type.Data);
        if (data.Value is null)
            return ReadResult.Bad<Envelope<object>>(data.Problems);

        return ReadResult.Ok(envelope.Around(data.Value));
    }

    /// <summary>Reads the data of a message, or any contract record, from JSON already parsed.</summary>
    public static ReadResult<object> ReadData(JsonElement data, Type record) => data.ValueKind == JsonValueKind.Undefined
        ? ReadResult.Bad<object>("data", "is required")
        : JsonForm.ProblemOf(JsonMarshal.GetRawUtf8Value(data), record, "data") is { } problem
            ? ReadResult.Bad<object>(problem)
            : Typed(data, record);

    /// <summary>Parses JSON as <typeparamref name="T"/> and checks the limits stated on its fields.</summary>
    public static ReadResult<T> Parse<T>(ReadOnlySpan<byte> utf8, int mostBytes, string field) where T : class
    {
        if (utf8.StartsWith(Utf8Bom))
            utf8 = utf8[Utf8Bom.Length..];
        if (Unreadable(utf8, mostBytes) is { } reason)
            return ReadResult.Bad<T>(field, reason);
        if (JsonForm.ProblemOf(utf8, typeof(T), field) is { } problem)
            return ReadResult.Bad<T>(problem);

        try
        {
            return Checked(JsonSerializer.Deserialize<T>(utf8, WireJson.Options), field);
        }
        catch (JsonException e)
        {
            return ReadResult.Bad<T>(JsonProblem.From(e, typeof(T), field));
        }
    }

    private static ReadResult<object> Typed(JsonElement data, Type record)
    {
        try
        {
            return Checked(data.Deserialize(record, WireJson.Options), "data");
        }
        catch (JsonException e)
        {
            return ReadResult.Bad<object>(JsonProblem.From(e, record, "data"));
        }
    }

    private static ReadResult<T> Checked<T>(T? value, string field) where T : class
    {
        if (value is null)
            return ReadResult.Bad<T>(field, "must be an object");
        var problems = FieldLimits.Check(value, field);
        if (problems.Count == 0 && value is Notice notice && NoticeContent.Problem(notice) is { } missing)
            problems = [missing];
        return problems.Count == 0 ? ReadResult.Ok(value) : ReadResult.Bad<T>(problems);
    }

    /// <summary>Why these bytes cannot be JSON at all, or null.</summary>
    private static string? Unreadable(ReadOnlySpan<byte> bytes, int mostBytes) => bytes switch
    {
        { Length: 0 } => "must not be empty",
        _ when bytes.Length > mostBytes => $"must not be larger than {mostBytes / 1024} KiB",
        [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [0, ..] or [_, 0, ..] => "must be encoded as UTF-8",
        _ when !System.Text.Unicode.Utf8.IsValid(bytes) => "must be encoded as UTF-8",
        _ => null,
    };

    private static MessageType? TypeOf(string name, out FieldProblem? problem)
    {
        problem = null;
        if (MessageTypes.Find(name) is { } type)
            return type;

        var known = MessageTypes.All.Any(t => name.StartsWith($"{MessageTypes.Prefix}{t.Name}.v", StringComparison.Ordinal));
        problem = new("type", known
            ? $"must be major version {MessageType.Major}"
            : "must be a message type of this release, such as uk.infoshare.concern.raised.v1");
        return null;
    }
}
