namespace InfoShare.Policy.Cedar.Syntax;

/// <summary>An operator or built-in method of one operand.</summary>
public enum UnaryOperator
{
    /// <summary><c>!a</c>, of a boolean.</summary>
    Not,

    /// <summary><c>-a</c>, of an integer; fails of the least one.</summary>
    Negate,

    /// <summary><c>a.isEmpty()</c>, of a set.</summary>
    IsEmpty,
}

/// <summary>An operator or built-in method of two operands.</summary>
public enum BinaryOperator
{
    /// <summary><c>a == b</c>, of any two values.</summary>
    Equal,

    /// <summary><c>a != b</c>, of any two values.</summary>
    NotEqual,

    /// <summary><c>a &lt; b</c>, of two integers, datetimes or durations; likewise the next three.</summary>
    Less,

    /// <summary><c>a &lt;= b</c></summary>
    LessOrEqual,

    /// <summary><c>a &gt; b</c></summary>
    Greater,

    /// <summary><c>a &gt;= b</c></summary>
    GreaterOrEqual,

    /// <summary><c>a + b</c>, of integers; fails outside 64 bits, as do the next two.</summary>
    Add,

    /// <summary><c>a - b</c></summary>
    Subtract,

    /// <summary><c>a * b</c></summary>
    Multiply,

    /// <summary><c>a in b</c>: the entity is, or is below, the entity or one of the set of entities.</summary>
    In,

    /// <summary><c>a.contains(b)</c>, of a set and any value.</summary>
    Contains,

    /// <summary><c>a.containsAll(b)</c>, of two sets.</summary>
    ContainsAll,

    /// <summary><c>a.containsAny(b)</c>, of two sets.</summary>
    ContainsAny,

    /// <summary><c>a.getTag(b)</c>, of an entity and a string; fails where there is no such tag.</summary>
    GetTag,

    /// <summary><c>a.hasTag(b)</c>, of an entity and a string.</summary>
    HasTag,
}
