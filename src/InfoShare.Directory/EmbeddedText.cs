namespace InfoShare.Directory;

/// <summary>The text files that are built into this project.</summary>
internal static class EmbeddedText
{
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the built-in file {name} is missing");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The rows of a built-in CSV file without its comments and its heading. Our files need no quotes.</summary>
    public static IEnumerable<string[]> Rows(string name) =>
        Read(name).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Skip(1)
            .Select(line => line.Split(','));
}
