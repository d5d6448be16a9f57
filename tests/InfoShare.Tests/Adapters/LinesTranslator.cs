using System.Text;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;

namespace InfoShare.Tests.Adapters;

/// <summary>
/// Makes a record of each line as it is asked for: <c>send</c> is a concern, <c>skip</c> nothing to send, <c>fail</c> breaks
/// the promise that translators never throw, everything else is bad.
/// </summary>
internal sealed class LinesTranslator : ITranslator
{
    private const int LineBytes = 100;

    public string Format => "lines";

    public bool Streams => true;

    /// <summary>Is told the number of each record, from 1, before it is made.</summary>
    public Action<int> Making { get; set; } = _ => { };

    public bool Recognises(string fileName, ReadOnlySpan<byte> start) => fileName.EndsWith(".lines", StringComparison.Ordinal);

    public FileTranslation Translate(ReadOnlyMemory<byte> content, TranslationContext context) => new FileTranslation.Readable(Records(content));

    /// <summary>A file of these words, each line of the same length.</summary>
    public static byte[] File(IEnumerable<string> words) => Encoding.ASCII.GetBytes(string.Concat(words.Select(word => word.PadRight(LineBytes - 1) + "\n")));

    private IEnumerable<RecordTranslation> Records(ReadOnlyMemory<byte> content)
    {
        for (var i = 0; i < content.Length / LineBytes; i++)
        {
            Making(i + 1);
            yield return Record(Encoding.ASCII.GetString(content.Span.Slice(i * LineBytes, LineBytes)).Trim(), i + 1);
        }
    }

    private static RecordTranslation Record(string word, int number) => word switch
    {
        "send" => new RecordTranslation.Messages($"line {number}", new Draft(
            AgencyUnderTest.School, $"pupil-{number}", $"C-{number}", Canonical.Time, Canonical.Data($"C-{number}", child: $"pupil-{number}"))),
        "skip" => new RecordTranslation.NothingToSend($"line {number}", "a closed case"),
        "fail" => throw new InvalidOperationException("Canary Testperson"),
        _ => new RecordTranslation.Quarantined($"line {number}", new FieldProblem("word", "must be send or skip")),
    };
}
