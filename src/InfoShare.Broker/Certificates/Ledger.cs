using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using InfoShare.Broker.Files;

namespace InfoShare.Broker.Certificates;

/// <summary>What was done about a certificate.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LedgerEvent>))]
public enum LedgerEvent
{
    /// <summary>With a new key.</summary>
    Issued = 1,

    /// <summary>With the same key; the older certificate goes on being good until its end.</summary>
    Renewed,

    /// <summary>All certificates of the name so far.</summary>
    Revoked,
}

/// <summary>One line of the ledger.</summary>
/// <param name="Serial">Hexadecimal; empty for a revocation, which is about all of the name.</param>
/// <param name="Until">The end of the certificate; for a revocation, when it was.</param>
public sealed record LedgerLine(DateTimeOffset At, LedgerEvent Event, string Name, CertificateUse Use, string Serial, DateTimeOffset Until);

/// <summary>What certificates there have ever been: one JSON object a line, oldest first.</summary>
public sealed class Ledger
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter<CertificateUse>() } };

    private Ledger(IReadOnlyList<LedgerLine> lines) => Lines = lines;

    /// <summary>All lines, oldest first.</summary>
    public IReadOnlyList<LedgerLine> Lines { get; }

    /// <summary>The last that was done about each name.</summary>
    public IEnumerable<LedgerLine> Latest => Lines.GroupBy(l => l.Name).Select(g => g.Last()).OrderBy(l => l.Name, StringComparer.Ordinal);

    /// <summary>Names whose certificates were revoked and that have had none since.</summary>
    public IReadOnlySet<string> RevokedNames => Latest.Where(l => l.Event == LedgerEvent.Revoked).Select(l => l.Name).ToHashSet();

    /// <summary>Serials that were revoked, with the time.</summary>
    public IEnumerable<(string Serial, DateTimeOffset At)> RevokedSerials =>
        from revocation in Lines
        where revocation.Event == LedgerEvent.Revoked
        from line in Lines.TakeWhile(l => l != revocation)
        where line.Name == revocation.Name && line.Serial.Length > 0
        group revocation.At by line.Serial into times
        select (times.Key, times.Min());

    /// <summary>The ledger of a folder; empty where there is none.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static Ledger Read(string folder)
    {
        var path = PathIn(folder);
        try
        {
            return new(File.Exists(path) ? [.. File.ReadLines(path).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<LedgerLine>(l, Json)!)] : []);
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{path} is damaged; put it back from a backup");
        }
    }

    /// <summary>This and one line more; on disk when this returns.</summary>
    public Ledger Add(string folder, LedgerLine line)
    {
        var longer = new Ledger([.. Lines, line]);
        WholeFile.WritePrivate(PathIn(folder), string.Concat(longer.Lines.Select(l => JsonSerializer.Serialize(l, Json) + "\n")));
        return longer;
    }

    private static string PathIn(string folder) => Path.Combine(folder, "ledger.jsonl");
}
