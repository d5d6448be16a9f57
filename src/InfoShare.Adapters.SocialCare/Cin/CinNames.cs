using System.Xml;

namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>The names of elements and attributes, counted: a reader keeps each, so a file of a million names would fill memory.</summary>
internal sealed class CinNames : NameTable
{
    /// <summary>Names asked for that were new.</summary>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    /// <inheritdoc/>
    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    private string Counted(string name)
    {
        Count++;
        return name;
    }
}
