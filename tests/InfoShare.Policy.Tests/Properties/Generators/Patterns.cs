using FsCheck;
using FsCheck.Fluent;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Tests.Properties.Generators;

/// <summary>Right sides of <c>like</c>.</summary>
internal static class Patterns
{
    private static readonly Gen<string> Pieces = Gen.Elements("", "", "a", "b", "ab", "-", "*", "school", "😀", "é");

    public static readonly Gen<Pattern> Any = Gen.Choose(1, 4).SelectMany(count => Pieces.ArrayOf(count)).Select(pieces => new Pattern(pieces));

    /// <summary>A pattern and a text of the same pieces; in half of the pairs the text is the pattern with its wildcards filled.</summary>
    public static Gen<(Pattern Pattern, string Text)> WithTexts => Gen.OneOf(
        Any.Zip(Gen.Choose(0, 4).SelectMany(count => Pieces.ArrayOf(count)), (pattern, pieces) => (pattern, string.Concat(pieces))),
        Any.Zip(Pieces.ArrayOf(3), (pattern, filling) => (pattern, string.Join(string.Concat(filling), pattern.Pieces))));
}
