namespace InfoShare.Console.Inboxes;

/// <summary>One of several that can be chosen.</summary>
public sealed record FieldChoice(string Value, string Label, string? Hint = null);

/// <summary>A field for text.</summary>
/// <param name="Name">Also its id.</param>
/// <param name="Rows">Lines that are shown; 0: it is of one line.</param>
public sealed record TextField(string Name, string Label, string? Hint, string? Value, int Rows = 0)
{
    /// <summary>A class that sets how wide it is.</summary>
    public string Width { get; init; } = "";

    /// <summary>Which keys a phone shows: <c>numeric</c>, <c>text</c>.</summary>
    public string Keys { get; init; } = "text";
}

/// <summary>A choice of one.</summary>
/// <param name="Name">Also the id of the first, to which a problem leads.</param>
public sealed record ChoiceField(string Name, string Label, string? Hint, IReadOnlyList<FieldChoice> Choices, string? Chosen);

/// <summary>A day in three fields, whose names end in Day, Month and Year.</summary>
public sealed record DayField(string Name, string Label, string? Hint, string? Day, string? Month, string? Year);
