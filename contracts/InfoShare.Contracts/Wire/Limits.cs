namespace InfoShare.Contracts.Wire;

/// <summary>A text field's greatest length in characters, and its pattern if it has one. The schema and the reader both use it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextAttribute(int longest) : Attribute
{
    /// <summary>Characters (Unicode code points, as JSON Schema counts) at the most.</summary>
    public int Longest { get; } = longest;

    /// <summary>Characters at the least; 1 unless said.</summary>
    public int Shortest { get; init; } = 1;

    /// <summary>An ECMA 262 regular expression that the whole text matches, or null.</summary>
    public string? Pattern { get; init; }
}

/// <summary>The range of a whole number, both ends included.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WholeAttribute(int least, int greatest) : Attribute
{
    /// <summary>The least value allowed.</summary>
    public int Least { get; } = least;

    /// <summary>The greatest value allowed.</summary>
    public int Greatest { get; } = greatest;
}

/// <summary>A percentage: from 0 to 100, both included.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PercentAttribute : Attribute;

/// <summary>The greatest number of items in a list.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ItemsAttribute(int most) : Attribute
{
    /// <summary>Items at the most.</summary>
    public int Most { get; } = most;

    /// <summary>For a list of text: each item's pattern, or null.</summary>
    public string? Pattern { get; init; }
}

/// <summary>Sizes that hold for every message.</summary>
public static class MessageLimits
{
    /// <summary>Bytes in one message at the most: 1 MiB.</summary>
    public const int MessageBytes = 1024 * 1024;

    /// <summary>Levels of nesting at the most.</summary>
    public const int Depth = 32;
}
