using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;
using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters.PickUp;

/// <summary>Finds the translator for a file and runs it. Translators are total; one that is not must not stop the other files.</summary>
internal sealed class Translating(AdapterSettings settings, IReadOnlyList<ITranslator> translators, TimeProvider clock, ILogger log)
{
    /// <summary>The first translator that recognises the file; null when none does.</summary>
    public ITranslator? For(string fileName, ReadOnlySpan<byte> start)
    {
        foreach (var translator in translators)
        {
            if (translator.Recognises(fileName, start[..Math.Min(FileStart.Bytes, start.Length)]))
                return translator;
        }

        return null;
    }

    /// <summary>By the first translator that recognises the file, as of a moment.</summary>
    public FileTranslation Translate(string fileName, ReadOnlyMemory<byte> content, DateTimeOffset at)
    {
        if (FileStart.Problem(content.Span) is { } problem)
            return new FileTranslation.Unreadable(problem);
        return For(fileName, content.Span) is { } translator
            ? Translate(translator, content, at, fileName)
            : new FileTranslation.Unreadable(new FieldProblem("", $"is of no format that this adapter reads, which are {string.Join(", ", translators.Select(t => t.Format))}"));
    }

    /// <summary>By a translator, now.</summary>
    public FileTranslation Translate(ITranslator translator, ReadOnlyMemory<byte> content) => Translate(translator, content, clock.GetUtcNow(), null);

    private FileTranslation Translate(ITranslator translator, ReadOnlyMemory<byte> content, DateTimeOffset at, string? fileName)
    {
        try
        {
            return translator.Translate(content, settings.ContextAt(at, fileName)) switch
            {
                FileTranslation.Readable readable => new FileTranslation.Readable(EachOf(readable.Records, translator)),
                var unreadable => unreadable,
            };
        }
#pragma warning disable CA1031 // See above.
        catch (Exception e)
        {
            return new FileTranslation.Unreadable(FaultOf(translator, e));
        }
#pragma warning restore CA1031
    }

    /// <summary>The records as they are made. If that fails, those before it stand, and the last says that the rest was not read.</summary>
    private IEnumerable<RecordTranslation> EachOf(IEnumerable<RecordTranslation> records, ITranslator translator)
    {
        using var each = records.GetEnumerator();
        FieldProblem? fault = null;
        var number = 0;
        while (MoveNext())
        {
            number++;
            yield return each.Current;
        }

        if (fault is not null)
            yield return new RecordTranslation.Quarantined($"all after record {number}", fault);

        bool MoveNext()
        {
            try
            {
                return each.MoveNext();
            }
#pragma warning disable CA1031 // See above.
            catch (Exception e)
            {
                fault = FaultOf(translator, e);
                return false;
            }
#pragma warning restore CA1031
        }
    }

    private FieldProblem FaultOf(ITranslator translator, Exception e)
    {
        log.LogError("the {Format} translator failed: {Error}", translator.Format, e.GetType().Name);
        return new("", $"could not be read: the {translator.Format} translator failed, which is a fault of ours");
    }
}
