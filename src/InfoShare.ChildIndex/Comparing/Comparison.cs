namespace InfoShare.ChildIndex.Comparing;

/// <summary>How far two records agree, field by field.</summary>
public readonly record struct Comparison
{
    private const int BitsEach = 4;

    private Comparison(ulong pattern) => Pattern = pattern;

    /// <summary>The whole as one number: equal for pairs that agree and differ alike.</summary>
    public ulong Pattern { get; }

    public Agreement this[Field field] => (Agreement)(Pattern >> ((int)field * BitsEach) & 0xF);

    public Comparison With(Field field, Agreement agreement)
    {
        var shift = (int)field * BitsEach;
        return new(Pattern & ~(0xFUL << shift) | (ulong)agreement << shift);
    }
}
