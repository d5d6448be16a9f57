using System.Text;
using InfoShare.Policy;
using InfoShare.Policy.Sets;

namespace InfoShare.Cli.Hosting;

/// <summary>Reads the policy sets of a folder: <c>sets.json</c> and what stands beside it, not what is in folders below.</summary>
internal static class PolicyFolder
{
    private const int MostBytes = 1024 * 1024;
    private static readonly string[] Endings = [".cedar", ".cedarschema", ".json"];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All its sets; or everything that is wrong with any of them.</summary>
    /// <param name="folder">Null: those of this release.</param>
    public static (SharingPolicies? Policies, IReadOnlyList<PolicyProblem> Problems) Read(string? folder)
    {
        if (folder is null)
            return (SharingPolicies.OfThisRelease, []);
        var problems = new List<PolicyProblem>();
        var texts = new Dictionary<string, string>();
        foreach (var path in FilesIn(folder, problems))
        {
            if (TextOf(path, problems) is { } text)
                texts.Add(Path.GetFileName(path), text);
        }

        return problems.Count > 0 ? (null, problems) : SharingPolicies.Read(new(texts));
    }

    private static IReadOnlyList<string> FilesIn(string folder, List<PolicyProblem> problems)
    {
        try
        {
            return [.. System.IO.Directory.EnumerateFiles(folder).Where(file => Endings.Contains(Path.GetExtension(file))).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(folder, 0, 0, e is DirectoryNotFoundException ? "there is no such folder" : "cannot be read"));
            return [];
        }
    }

    private static string? TextOf(string path, List<PolicyProblem> problems)
    {
        try
        {
            if (new FileInfo(path).Length <= MostBytes)
                return Strict.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
            problems.Add(new(Path.GetFileName(path), 0, 0, $"must not be larger than {MostBytes / 1024} KiB"));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new(Path.GetFileName(path), 0, 0, "must be encoded as UTF-8"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(Path.GetFileName(path), 0, 0, "cannot be read"));
        }

        return null;
    }
}
