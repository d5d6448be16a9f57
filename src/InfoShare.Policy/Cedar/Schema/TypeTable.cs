namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Keeps each type once: two types of one schema are the same type exactly when they are the same object.</summary>
/// <remarks>Common types may nest so that they would be exponentially large if written out. Kept once, they stay small, and comparing them is quick.</remarks>
internal sealed class TypeTable
{
    private readonly Dictionary<string, CedarType> entities = [];
    private readonly Dictionary<CedarType, CedarType> sets = [];
    private readonly Dictionary<CedarType.RecordType, CedarType.RecordType> records = new(new SameAttributes());

    public CedarType Entity(string name) => Once(entities, name, () => new CedarType.EntityType(name));

    /// <param name="element">Of this table.</param>
    public CedarType Set(CedarType element) => Once(sets, element, () => new CedarType.SetType(element));

    /// <param name="attributes">Of types of this table.</param>
    public CedarType.RecordType Record(IReadOnlyDictionary<string, AttributeType> attributes)
    {
        var record = new CedarType.RecordType(attributes);
        return Once(records, record, () => record);
    }

    private static TValue Once<TKey, TValue>(Dictionary<TKey, TValue> kept, TKey key, Func<TValue> make) where TKey : notnull
    {
        if (!kept.TryGetValue(key, out var value))
            kept.Add(key, value = make());
        return value;
    }

    private sealed class SameAttributes : IEqualityComparer<CedarType.RecordType>
    {
        public bool Equals(CedarType.RecordType? x, CedarType.RecordType? y) =>
            ReferenceEquals(x, y) || (x is not null && y is not null && x.Attributes.Count == y.Attributes.Count
                && x.Attributes.All(a => y.Attributes.TryGetValue(a.Key, out var other) && a.Value == other));

        public int GetHashCode(CedarType.RecordType obj)
        {
            var sum = obj.Attributes.Count;
            foreach (var (name, attribute) in obj.Attributes)
                sum += HashCode.Combine(name, attribute);
            return sum;
        }
    }
}
