namespace InfoShare.Policy.Cedar.Values;

/// <summary>A set: neither order nor repetition counts.</summary>
public sealed record CedarSet : CedarValue
{
    private readonly HashSet<CedarValue> elements;

    public CedarSet(params IEnumerable<CedarValue> elements) => this.elements = [.. elements];

    /// <summary>Each once.</summary>
    public IReadOnlySet<CedarValue> Elements => elements;

    public override string TypeName => "set";

    public bool Contains(CedarValue value) => elements.Contains(value);

    /// <summary>Whether everything in <paramref name="other"/> is in this.</summary>
    public bool ContainsAll(CedarSet other) => elements.IsSupersetOf(other.elements);

    /// <summary>Whether anything in <paramref name="other"/> is in this.</summary>
    public bool ContainsAny(CedarSet other) => elements.Overlaps(other.elements);

    public bool Equals(CedarSet? other) => other is not null && elements.SetEquals(other.elements);

    public override int GetHashCode()
    {
        var sum = elements.Count;
        foreach (var element in elements)
            sum += element.GetHashCode();
        return sum;
    }
}
