using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;

namespace InfoShare.Cli.Demo;

/// <summary>The project's sample inputs, one folder per participant.</summary>
internal static class Samples
{
    /// <summary>The day for which the samples were written: it counts as today in the demo, so that recent stays recent.</summary>
    public static readonly DateOnly WrittenFor = new(2026, 11, 20);

    private static string Root => Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>Puts each participant's samples into its <c>in/</c>, each file whole or not at all.</summary>
    public static void Feed(Settings settings, IEnumerable<string> participants)
    {
        foreach (var participant in participants)
        {
            var from = Path.Combine(Root, participant);
            foreach (var file in System.IO.Directory.Exists(from) ? System.IO.Directory.GetFiles(from) : [])
                Put(settings, participant, Path.GetFileName(file), File.ReadAllBytes(file));
        }
    }

    /// <summary>Puts one file into a participant's <c>in/</c>.</summary>
    public static void Put(Settings settings, string participant, string name, byte[] content)
    {
        var folder = Path.Combine(AllInOne.AgencyFolder(settings, participant), "in");
        System.IO.Directory.CreateDirectory(folder);
        var aside = Path.Combine(folder, "." + name);
        File.WriteAllBytes(aside, content);
        File.Move(aside, Path.Combine(folder, name), overwrite: true);
    }
}
