using InfoShare.Directory.Yaml;

namespace InfoShare.Directory;

/// <summary>Reads a directory from its YAML text. Total: whatever the text, the answer is a directory or the problems.</summary>
public static class DirectoryFile
{
    /// <summary>Reads and checks; finds everything that is wrong at once.</summary>
    public static DirectoryReading Read(string yaml)
    {
        var problems = new ProblemList();
        var root = YamlTree.Read(yaml, (line, problem) => problems.Add(line, "", problem));
        if (root is null && problems.ByLine().Count == 0)
            problems.Add(1, "", "the file is empty");
        var written = root is null ? null : Entries(root, problems);
        if (written is not null)
            DirectoryCheck.Run(written);
        return problems.ByLine() is { Count: > 0 } found ? new(null, found) : new(written!.ToDirectory(), []);
    }

    private static WrittenDirectory? Entries(YamlNode root, ProblemList problems)
    {
        if (root is YamlMap map)
            return EntryReader.Read(map, problems);
        problems.Add(root.Line, "", "the file must hold the lists participants, organisations, teams and posts");
        return null;
    }
}
