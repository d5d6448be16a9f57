using InfoShare.Cli.Files;
using InfoShare.Policy.Cedar.Conformance;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Cli.Policies;

/// <summary>A folder that holds cases for Cedar engines.</summary>
internal sealed class CaseFolder
{
    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>A link could lead round in a circle, so none is followed.</summary>
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    private readonly string path;
    private readonly string parent;

    private CaseFolder(string path, IReadOnlyList<string> names)
    {
        (this.path, Names) = (path, names);
        parent = Path.GetDirectoryName(path) ?? path;
    }

    /// <summary>The JSON files below it, by their path from it, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The folder; or one line that says why it cannot be searched.</summary>
    public static (CaseFolder? Folder, string? Problem) Open(string path)
    {
        try
        {
            var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
            var names = System.IO.Directory.EnumerateFiles(full, "*.json", Everywhere).Select(file => Slashes(Path.GetRelativePath(full, file)));
            return (new(full, [.. names.Order(StringComparer.Ordinal)]), null);
        }
        catch (DirectoryNotFoundException)
        {
            return (null, $"{path}: there is no such folder");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, $"{path}: cannot be searched");
        }
    }

    /// <summary>The full path of a file below it, with slashes.</summary>
    public string FullPath(string name) => Slashes(Path.Combine(path, name));

    /// <summary>Decides and validates what a file says. Null where it holds no case.</summary>
    public async Task<ConformanceResult?> CompareAsync(string name, CancellationToken cancellationToken)
    {
        var json = await ReadAsync(Path.Combine(path, name), cancellationToken);
        if (!json.IsValid)
            return ConformanceResult.Of(name, json.Errors);
        if (CaseFile.Read(json.Value) is not { } file)
            return null;
        if (!file.IsValid)
            return ConformanceResult.Of(name, file.Errors);
        return ConformanceResult.Of(ConformanceCase.Of(
            name,
            file.Value,
            await ReadNamedAsync(file.Value.Policies, cancellationToken),
            await ReadNamedAsync(file.Value.Schema, cancellationToken),
            await ReadNamedAsync(file.Value.Entities, cancellationToken)));
    }

    /// <summary>A file that a case names, which must lie below this folder or its parent.</summary>
    private async Task<Parsed<string>> ReadNamedAsync(string named, CancellationToken cancellationToken)
    {
        foreach (var folder in (string[])[path, parent])
            if (Path.Combine(folder, named) is var file && File.Exists(file))
                return IsBelow(folder, file) ? await ReadAsync(file, cancellationToken) : Problem("lies outside of the folder of the cases");
        return Problem("there is no such file");
    }

    private static bool IsBelow(string folder, string file) => !Path.GetRelativePath(folder, file).StartsWith("..", StringComparison.Ordinal);

    private static async Task<Parsed<string>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var read = await TextFile.ReadAsync(file, MostBytes, cancellationToken);
        return read.Text is { } text ? Parsed.Of(text) : Problem(read.Problem!.Replace($"{file}: ", "", StringComparison.Ordinal));
    }

    private static Parsed<string> Problem(string what) => Parsed.Failed<string>(new SyntaxError(0, 0, what));

    private static string Slashes(string path) => path.Replace(Path.DirectorySeparatorChar, '/');
}
