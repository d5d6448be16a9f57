namespace InfoShare.Adapters.HandOver.Wording;

/// <summary>Something that a delivery says, for the person who reads it: a heading and what stands under it.</summary>
/// <param name="Heading">In sentence case.</param>
/// <param name="Lines">At least one.</param>
public sealed record Section(string Heading, IReadOnlyList<Line> Lines)
{
    /// <summary>The section; null when there is nothing to say.</summary>
    public static Section? Of(string heading, params IEnumerable<Line?> lines) =>
        lines.OfType<Line>().ToList() is { Count: > 0 } said ? new(heading, said) : null;
}

/// <summary>One statement.</summary>
/// <param name="Name">What it tells; null where the text speaks for itself.</param>
/// <param name="Text">The value. May have several lines; from outside, so it must be encoded.</param>
public sealed record Line(string? Name, string Text)
{
    /// <summary>The line; null when there is no value.</summary>
    public static Line? Of(string? name, string? text) => string.IsNullOrWhiteSpace(text) ? null : new(name, text);

    /// <summary>A text that speaks for itself; null when there is none.</summary>
    public static Line? Of(string? text) => Of(null, text);
}
