using InfoShare.ChildIndex.Similarity;

namespace InfoShare.ChildIndex.Normalising;

/// <summary>A name in comparison form.</summary>
/// <param name="Text">Folded; empty: not known.</param>
/// <param name="Words">Its words: of a double-barrelled name, its parts.</param>
/// <param name="Sound">How the whole sounds; empty: not known.</param>
public sealed record NameForm(string Text, IReadOnlyList<string> Words, string Sound)
{
    public static readonly NameForm None = new("", [], "");

    /// <summary>What systems write for a name that is not known yet.</summary>
    private static readonly HashSet<string> Placeholders = ["unknown", "not known", "unborn", "baby", "male", "female", "infant", "n a", "na", "none", "unnamed", "tbc", "x", "xx", "xxx"];

    public bool IsKnown => Text.Length > 0;

    /// <summary>Reads a name as it was written.</summary>
    public static NameForm Of(string? written)
    {
        var text = Letters.Fold(written);
        return text.Length == 0 || Placeholders.Contains(text) ? None : new(text, text.Split(' '), DoubleMetaphone.Of(text).Primary);
    }
}
