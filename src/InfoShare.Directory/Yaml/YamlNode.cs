namespace InfoShare.Directory.Yaml;

/// <summary>A piece of a YAML file with the line it starts on, counted from 1.</summary>
internal abstract record YamlNode(int Line);

/// <summary>A word, number or text; null where nothing is written.</summary>
internal sealed record YamlText(int Line, string? Text) : YamlNode(Line);

/// <summary>A list.</summary>
internal sealed record YamlList(int Line, List<YamlNode> Items) : YamlNode(Line);

/// <summary>Names with values. A name can be there twice: the reader of the fields says so.</summary>
internal sealed record YamlMap(int Line, List<YamlField> Fields) : YamlNode(Line);

/// <summary>One name with its value.</summary>
internal sealed record YamlField(int Line, string Name, YamlNode Value);
