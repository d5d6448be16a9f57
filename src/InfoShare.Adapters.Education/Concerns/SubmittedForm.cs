using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace InfoShare.Adapters.Education.Concerns;

/// <summary>What somebody filled in: the fields of an <c>application/x-www-form-urlencoded</c> body.</summary>
internal sealed class SubmittedForm(IReadOnlyDictionary<string, StringValues> fields)
{
    /// <summary>Bytes of a body: 256 KiB.</summary>
    public const int MostBytes = 256 * 1024;

    private const int MostFields = 100;

    /// <summary>Nothing filled in.</summary>
    public static SubmittedForm Empty { get; } = new(new Dictionary<string, StringValues>());

    /// <summary>The fields; null when the body is too large or has too many of them.</summary>
    public static SubmittedForm? Read(ReadOnlySpan<byte> body)
    {
        if (body.Length > MostBytes)
            return null;
        using var reader = new FormReader(Encoding.UTF8.GetString(body)) { ValueCountLimit = MostFields, KeyLengthLimit = 100, ValueLengthLimit = MostBytes };
        try
        {
            return new(reader.ReadForm());
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The text of a field, trimmed, its lines ended by a line feed alone; null when there is none.</summary>
    public string? Text(string name) => All(name) is [var text, ..] ? text : null;

    /// <summary>Every text of a field: boxes of one name may be ticked together.</summary>
    public IReadOnlyList<string> All(string name) =>
        [.. fields.GetValueOrDefault(name).Select(text => text?.ReplaceLineEndings("\n").Trim()).OfType<string>().Where(text => text.Length > 0)];

    /// <summary>Whether a field has a text, a box a tick.</summary>
    public bool Has(string name) => Text(name) is not null;
}
