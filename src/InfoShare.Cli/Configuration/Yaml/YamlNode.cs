namespace InfoShare.Cli.Configuration.Yaml;

/// <summary>A piece of YAML and the line it starts on.</summary>
internal abstract record YamlNode(int Line);

/// <summary>One value. <paramref name="Quoted"/> tells "80" from 80.</summary>
internal sealed record YamlScalar(int Line, string Text, bool Quoted) : YamlNode(Line)
{
    /// <summary>Nothing was written after the key.</summary>
    public bool IsEmpty => !Quoted && Text is "" or "~" or "null";
}

/// <summary>A list.</summary>
internal sealed record YamlList(int Line, IReadOnlyList<YamlNode> Items) : YamlNode(Line);

/// <summary>Keys with their values, in the order of the file.</summary>
internal sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlNode(Line);

/// <summary>One key with its value.</summary>
internal sealed record YamlEntry(int Line, string Key, YamlNode Value);
