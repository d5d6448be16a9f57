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
internal sealed class FuzzCases(AgencyKind kind, ITranslator translator, IReadOnlyList<FormatFile> own, IReadOnlyList<FormatFile> others, int seed)
{
    /// <summary>Far above what the slowest takes on a busy machine.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Bytes that may be allocated for any file, and besides for each byte of it: some times what the most costly takes.</summary>
    private const long ForAny = 16 * 1024 * 1024, ForEachByte = 200;

    private const int Spread = 1_000_003, OneInSoManyIsOfAnotherFormat = 10;

    private static readonly SharingDirectory Directory = DirectoryFile.Read(SampleDirectory.Yaml).Directory!;
    private static readonly DateOnly[] Days = [new(2026, 11, 20), new(2022, 7, 21)];

    /// <summary>What came of a case.</summary>
    public async Task<FuzzResult> RunAsync(int number, CancellationToken cancellationToken)
    {
        var random = new Random(unchecked(seed + number * Spread));
        var files = others.Count > 0 && random.Next(OneInSoManyIsOfAnotherFormat) == 0 ? others : own;
        var file = files[random.Next(files.Count)];
        var content = Mutation.Of(Contents.Of(file), random);
        var context = ContextFor(file, random);
        try
        {
            var result = await Task.Run(() => Run(content, context), cancellationToken).WaitAsync(Limit, cancellationToken);
            return result with { Fault = Named(result.Fault) };
        }
        catch (TimeoutException)
        {
            return new(Named($"it is not done after {Limit}"), false, Limit, 0);
        }

        string? Named(string? fault) => fault is null ? null : $"{translator.Format}, {file}, seed {seed}, case {number} ({content.Length} bytes): {fault}";
    }

    private FuzzResult Run(byte[] content, TranslationContext context)
    {
        var (began, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        FuzzResult Result(string? fault, bool readable)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            var flood = allocated > ForAny + ForEachByte * content.Length ? $"it has allocated {allocated} bytes" : null;
            return new(fault ?? flood, readable, Stopwatch.GetElapsedTime(began), allocated);
        }

        try
        {
            translator.Recognises(context.FileName!, content.AsSpan(0, Math.Min(FileStart.Bytes, content.Length)));
            var translation = translator.Translate(content, context);
            return Result(Account.Fault(translation), translation is FileTranslation.Readable);
        }
#pragma warning disable CA1031 // That nothing is thrown is what is tested.
        catch (Exception e)
        {
            return Result($"it has thrown {e}", readable: false);
        }
#pragma warning restore CA1031
    }

    /// <summary>Whoever of this kind the sample directory knows, all in one, so that most files are of one of their organisations.</summary>
    private TranslationContext ContextFor(FormatFile file, Random random) => new(
        "fuzzed", kind,
        [.. Directory.Participants.Where(p => p.Kind == kind).SelectMany(p => p.Organisations).Select(id => new OrganisationSource(id.Split('/')[0], id.Split('/')[1]))],
        new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), Days[random.Next(Days.Length)], 30, new HashSet<string> { "201", "975" })
    {
        FileName = random.Next(2) == 0 ? file.FileName : $"{Values.Canary}-{file.FileName}",
    };
}

/// <summary>What came of a damaged file.</summary>
/// <param name="Fault">What does not hold, with what is needed to see it again; null: all holds.</param>
/// <param name="Readable">Whether it could be read.</param>
/// <param name="Took">How long that took.</param>
/// <param name="Allocated">Bytes allocated on the way.</param>
internal sealed record FuzzResult(string? Fault, bool Readable, TimeSpan Took, long Allocated);
