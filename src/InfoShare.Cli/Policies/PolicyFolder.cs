using InfoShare.Cli.Files;
using InfoShare.Policy.Sets;

namespace InfoShare.Cli.Policies;

/// <summary>The files of a policy folder on disk: those directly in it that can say something about policy.</summary>
internal static class PolicyFolder
{
    private const int MostBytes = 1024 * 1024;
    private static readonly string[] Endings = [".cedar", ".cedarschema", ".json"];

    /// <summary>The files; or one line that says why they cannot be read.</summary>
    public static async Task<(PolicyFiles? Files, string? Problem)> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        if (!System.IO.Directory.Exists(folder))
            return (null, $"{folder}: there is no such folder");

        var texts = new Dictionary<string, string>();
        foreach (var path in System.IO.Directory.GetFiles(folder).Where(path => Endings.Contains(Path.GetExtension(path))))
        {
            var file = await TextFile.ReadAsync(path, MostBytes, cancellationToken);
            if (file.Text is not { } text)
                return (null, file.Problem);
            texts[Path.GetFileName(path)] = text;
        }

        return (new(texts), null);
    }
}
