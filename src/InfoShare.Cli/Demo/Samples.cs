using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;

namespace InfoShare.Cli.Demo;

/// <summary>The project's sample inputs, one folder per participant.</summary>
internal static class Samples
{
    /// <summary>The day for which the samples were written: it counts as today in the demo, so that recent stays recent.</summary>
    public static readonly DateOnly WrittenFor = new(2026, 11, 20);

    private static string Root => Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>
    /// The samples in the order in which they are to be dealt with: all with the same number together. Which of two
    /// agencies is first makes a difference, as in life; a demo is to show the same each time.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<Sample>> InOrder(IEnumerable<string> participants) =>
        [.. participants.SelectMany(Of).GroupBy(sample => sample.Number).OrderBy(wave => wave.Key).Select(wave => wave.ToList())];

    /// <summary>Puts a sample into its participant's <c>in/</c>, whole or not at all.</summary>
    public static void Feed(Settings settings, Sample sample) =>
        Put(settings, sample.Participant, Path.GetFileName(sample.File), File.ReadAllBytes(sample.File));

    private static IEnumerable<Sample> Of(string participant)
    {
        var folder = Path.Combine(Root, participant);
        return System.IO.Directory.Exists(folder)
            ? System.IO.Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => new Sample(participant, file))
            : [];
    }

    /// <summary>Puts one file into a participant's <c>in/</c>.</summary>
    public static void Put(Settings settings, string participant, string name, byte[] content)
    {
        var folder = Path.Combine(AdapterOpening.AgencyFolder(settings, participant), "in");
        System.IO.Directory.CreateDirectory(folder);
        var aside = Path.Combine(folder, "." + name);
        File.WriteAllBytes(aside, content);
        File.Move(aside, Path.Combine(folder, name), overwrite: true);
    }
}

/// <summary>One sample file. Its name begins with its number; one without a number is the first.</summary>
internal sealed record Sample(string Participant, string File)
{
    public int Number { get; } = int.TryParse(Path.GetFileName(File).Split('-')[0], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 1;
}
