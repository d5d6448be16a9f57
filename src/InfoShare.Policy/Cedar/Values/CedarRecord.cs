namespace InfoShare.Policy.Cedar.Values;

/// <summary>Named values; their order does not count.</summary>
public sealed record CedarRecord : CedarValue
{
    public static readonly CedarRecord Empty = new([]);

    private readonly Dictionary<string, CedarValue> attributes;

    /// <param name="attributes">No name twice.</param>
    public CedarRecord(IEnumerable<KeyValuePair<string, CedarValue>> attributes) => this.attributes = new(attributes, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, CedarValue> Attributes => attributes;

    public override string TypeName => "record";

    /// <summary>The attribute's value; null where there is none.</summary>
    public CedarValue? this[string attribute] => attributes.GetValueOrDefault(attribute);

    public bool Equals(CedarRecord? other) =>
        other is not null && attributes.Count == other.attributes.Count && attributes.All(a => a.Value.Equals(other[a.Key]));

    public override int GetHashCode()
    {
        var sum = attributes.Count;
        foreach (var (name, value) in attributes)
            sum += HashCode.Combine(name, value);
        return sum;
    }
}
