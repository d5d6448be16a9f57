using System.Text.RegularExpressions;
using InfoShare.Directory;

namespace InfoShare.Cli.Demo;

/// <summary>The sample directory with every post staffed at every hour, so that the demo is the same by night as by day.</summary>
internal static partial class OpenOffices
{
    /// <summary>Writes it into the data folder, and tells where.</summary>
    public static string Write(string data)
    {
        System.IO.Directory.CreateDirectory(data);
        var path = Path.Combine(data, "directory.yaml");
        File.WriteAllText(path, Hours().Replace(SampleDirectory.Yaml, "hours: always"));
        return path;
    }

    [GeneratedRegex("hours: .*")]
    private static partial Regex Hours();
}
