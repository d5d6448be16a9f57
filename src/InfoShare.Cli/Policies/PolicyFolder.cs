using InfoShare.Cli.Files;
using InfoShare.Policy;
using InfoShare.Policy.Sets;

namespace InfoShare.Cli.Policies;

/// <summary>The files of a policy folder on disk: those directly in it that can say something about policy.</summary>
internal static class PolicyFolder
{
    private const int MostBytes = 1024 * 1024;
    private static readonly string[] Endings = [".cedar", ".cedarschema", ".json"];

    /// <summary>All sets of a folder, or of this release where none is named; or everything that is wrong with any of them.</summary>
    public static async Task<(SharingPolicies? Policies, IReadOnlyList<PolicyProblem> Problems)> ReadSetsAsync(string? folder, CancellationToken cancellationToken)
    {
        if (folder is null)
            return (SharingPolicies.OfThisRelease, []);
        var (files, unreadable) = await ReadAsync(folder, cancellationToken);
        return files is null ? (null, [unreadable!]) : SharingPolicies.Read(files);
    }

    /// <summary>The files; or why they cannot be read.</summary>
    public static async Task<(PolicyFiles? Files, PolicyProblem? Problem)> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, string>();
        try
        {
            foreach (var path in System.IO.Directory.GetFiles(folder).Where(path => Endings.Contains(Path.GetExtension(path))))
            {
                var file = await TextFile.ReadAsync(path, MostBytes, cancellationToken);
                if (file.Text is not { } text)
                    return (null, new(path, 0, 0, file.Problem![(path.Length + 2)..]));
                texts[Path.GetFileName(path)] = text;
            }
        }
        catch (DirectoryNotFoundException)
        {
            return (null, new(folder, 0, 0, "there is no such folder"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, new(folder, 0, 0, "cannot be read"));
        }

        return (new(texts), null);
    }
}
