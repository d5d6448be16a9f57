namespace InfoShare.Console.Words;

/// <summary>What a desk says, as a sentence of a page.</summary>
public static class Sentences
{
    /// <summary>With a capital letter.</summary>
    public static string Sentence(this string words) => string.IsNullOrEmpty(words) ? "" : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>The codes of a list, as words.</summary>
    public static string Coded(this IEnumerable<string> codes) => string.Join(", ", codes.Select(code => code.Replace('-', ' ')));
}
