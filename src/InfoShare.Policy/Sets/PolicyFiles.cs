namespace InfoShare.Policy.Sets;

/// <summary>One file of a set, by its name in the folder.</summary>
/// <param name="Text">With line ends as one character.</param>
public sealed record PolicyFile(string Name, string Text);

/// <summary>The files of a policy folder, by name: <c>sets.json</c>, <c>partnerships.json</c>, the schema, and the policies that the sets name.</summary>
public sealed record PolicyFiles(IReadOnlyDictionary<string, string> Texts)
{
    private const string Embedded = "policies/";

    /// <summary>Those that come with this release.</summary>
    public static PolicyFiles OfThisRelease { get; } = ReadEmbedded();

    /// <summary>The text, with line ends as one character; null where there is no such file.</summary>
    public string? this[string name] => Texts.GetValueOrDefault(name)?.ReplaceLineEndings("\n");

    private static PolicyFiles ReadEmbedded()
    {
        var assembly = typeof(PolicyFiles).Assembly;
        return new(assembly.GetManifestResourceNames().Where(name => name.StartsWith(Embedded, StringComparison.Ordinal)).ToDictionary(
            name => name[Embedded.Length..],
            name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            }));
    }
}
