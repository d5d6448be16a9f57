using System.Globalization;
using InfoShare.Tests.Formats;
using InfoShare.Tests.Outside;
using Xunit;

namespace InfoShare.Tests.Fuzz;

/// <summary>
/// Damaged files for every translator there is. None may throw, hang or take memory without bound; each record must come to
/// something; and no planted value may be repeated in a place, a reason or a problem. INFOSHARE_FUZZ_SEED makes other damage.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Few = 500;
    private const int Many = 100_000;
    private const int OneInSoManyIsReadable = 20;

    /// <summary>Far above what the slowest takes on a busy machine.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("INFOSHARE_FUZZ_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20261120;

    public static TheoryData<string> Names { get; } = [.. KnownFormats.All.Select(f => f.Translator.Format)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_format_has_a_sample_to_damage(string format) => Assert.NotEmpty(FilesOf(format, FormatFile.Own));

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_damaged_sample_is_accounted_for(string format) => RunAsync(format, FormatFile.Own, Few);

    [Theory]
    [Trait("Length", "long")]
    [MemberData(nameof(Names))]
    public Task Of_a_hundred_thousand_damaged_samples_each_is_accounted_for(string format) =>
        RunAsync(format, FormatFile.Own, ShareOfMany(FormatFile.Own));

    [Theory]
    [Trait("Length", "long")]
    [MemberData(nameof(Names))]
    public Task Of_a_hundred_thousand_damaged_real_files_each_is_accounted_for(string format)
    {
        Inputs.Require(".");
        Assert.SkipWhen(FilesOf(format, FormatFile.Real) is [], $"no input is a file of the format {format}");
        return RunAsync(format, FormatFile.Real, ShareOfMany(FormatFile.Real));
    }

    /// <summary>The formats that have files share the number.</summary>
    private static int ShareOfMany(IReadOnlyList<FormatFile> files) => Many / KnownFormats.All.Count(f => FilesOf(f.Translator.Format, files).Count > 0) + 1;

    private async Task RunAsync(string format, IReadOnlyList<FormatFile> files, int count)
    {
        var (kind, translator) = KnownFormats.All.Single(f => f.Translator.Format == format);
        var own = FilesOf(format, files);
        var cases = new FuzzCases(kind, translator, own, [.. files.Except(own).Where(IsSmall)], Seed, Limit);
        var results = await cases.RunAsync(count, TestContext.Current.CancellationToken);
        Assert.True(results[^1].Fault is null, results[^1].Fault);

        var readable = results.Count(r => r.Readable);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} damaged files, {readable} could be read; at the most {results.Max(r => r.Took).TotalMilliseconds:0} ms and {results.Max(r => r.Allocated) / 1024} KiB for one"));
        Assert.True(readable >= count / OneInSoManyIsReadable, $"only {readable} of {count} could be read: the damage is too coarse to test much");
    }

    private static List<FormatFile> FilesOf(string format, IReadOnlyList<FormatFile> files) => [.. files.Where(file => IsSmall(file) && KnownFormats.TakenFor(file) == format)];

    private static bool IsSmall(FormatFile file) => new FileInfo(file.Path).Length <= Contents.Most;
}
