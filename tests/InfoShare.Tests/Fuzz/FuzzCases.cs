using System.Diagnostics;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Directory;
using InfoShare.Tests.Formats;

namespace InfoShare.Tests.Fuzz;

/// <summary>Damaged files for one translator. The seed and the number of a case make it, always the same.</summary>
/// <param name="kind">The kind of agency that reads them.</param>
/// <param name="translator">How it reads them.</param>
/// <param name="own">Sound files of its format.</param>
/// <param name="others">Sound files of other formats: they are handed in by mistake.</param>
/// <param name="seed">Another one makes other damage.</param>
/// <param name="limit">For how long one may be read.</param>
internal sealed class FuzzCases(
    AgencyKind kind, ITranslator translator, IReadOnlyList<FormatFile> own, IReadOnlyList<FormatFile> others, int seed, TimeSpan limit)
{
    /// <summary>Bytes that may be allocated for any file, and besides for each byte of it: some times what the most costly takes.</summary>
    private const long ForAny = 16 * 1024 * 1024, ForEachByte = 200;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private const int Spread = 1_000_003, OneInSoManyIsOfAnotherFormat = 10;

    private static readonly SharingDirectory Directory = DirectoryFile.Read(SampleDirectory.Yaml).Directory!;
    private static readonly DateOnly[] Days = [new(2026, 11, 20), new(2022, 7, 21)];

    private volatile Case? current;

    /// <summary>What came of the cases from 0 on: of so many, or up to the first with a fault.</summary>
    public async Task<IReadOnlyList<FuzzResult>> RunAsync(int count, CancellationToken cancellationToken)
    {
        // On a thread of its own: other tests may take all those of the pool, and that would look like a hang.
        var running = Task.Factory.StartNew(() => Run(count, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (await Task.WhenAny(running, Task.Delay(Look, cancellationToken)) != running)
        {
            if (current is { } one && Stopwatch.GetElapsedTime(one.Began) is var took && took > limit)
                return [new($"{one.Name}: it is not done after {limit}", false, took, 0)];
        }

        return await running;
    }

    private List<FuzzResult> Run(int count, CancellationToken cancellationToken)
    {
        List<FuzzResult> results = [];
        for (var number = 0; number < count && results is not [.., { Fault: not null }] && !cancellationToken.IsCancellationRequested; number++)
            results.Add(Run(number));
        return results;
    }

    private FuzzResult Run(int number)
    {
        var random = new Random(unchecked(seed + number * Spread));
        var files = others.Count > 0 && random.Next(OneInSoManyIsOfAnotherFormat) == 0 ? others : own;
        var file = files[random.Next(files.Count)];
        var sound = Contents.Of(file);
        var content = Mutation.Of(sound, random);
        var context = ContextFor(file, random);
        current = new($"{translator.Format}, {file}, seed {seed}, case {number} ({content.Length} bytes)", Stopwatch.GetTimestamp());
        var result = Run(content, sound, context);
        return result.Fault is null ? result : result with { Fault = $"{current.Name}: {result.Fault}" };
    }

    private FuzzResult Run(byte[] content, byte[] sound, TranslationContext context)
    {
        var (began, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        try
        {
            translator.Recognises(context.FileName!, content.AsSpan(0, Math.Min(FileStart.Bytes, content.Length)));
            var translation = Held(translator.Translate(content, context));
            var records = (translation as FileTranslation.Readable)?.Records.Count();
            var (took, allocated) = (Stopwatch.GetElapsedTime(began), GC.GetAllocatedBytesForCurrentThread() - before);
            var fault = allocated > ForAny + ForEachByte * content.Length ? $"it has allocated {allocated} bytes"
                : Account.Fault(translation) ?? (records is { } found ? Account.Missing(found, RecordsIn.Of(translator.Format, content, sound)) : null);
            return new(fault, records is not null, took, allocated);
        }
#pragma warning disable CA1031 // That nothing is thrown is what is tested.
        catch (Exception e)
        {
            return new($"it has thrown {e}", false, Stopwatch.GetElapsedTime(began), 0);
        }
#pragma warning restore CA1031
    }

    /// <summary>With all records made, which may be asked for once.</summary>
    private static FileTranslation Held(FileTranslation translation) =>
        translation is FileTranslation.Readable readable ? new FileTranslation.Readable([.. readable.Records]) : translation;

    /// <summary>Whoever of this kind the sample directory knows, all in one, so that most files are of one of their organisations.</summary>
    private TranslationContext ContextFor(FormatFile file, Random random) => new(
        "fuzzed", kind,
        [.. Directory.Participants.Where(p => p.Kind == kind).SelectMany(p => p.Organisations).Select(id => new OrganisationSource(id.Split('/')[0], id.Split('/')[1]))],
        new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), Days[random.Next(Days.Length)], 30, new HashSet<string> { "201", "975" })
    {
        FileName = random.Next(2) == 0 ? file.FileName : $"{Values.Canary}-{file.FileName}",
    };

    /// <summary>The one that is being read.</summary>
    private sealed record Case(string Name, long Began);
}
