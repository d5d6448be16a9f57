using System.Diagnostics.CodeAnalysis;

namespace InfoShare.Policy.Cedar.Syntax;

/// <summary>What a text holds; or what is wrong with it.</summary>
/// <param name="Value">Null exactly when there are errors.</param>
/// <param name="Errors">In the order of the text.</param>
public sealed record Parsed<T>(T? Value, IReadOnlyList<SyntaxError> Errors) where T : class
{
    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsValid => Value is not null;
}

/// <summary>Makes what a text holds.</summary>
public static class Parsed
{
    public static Parsed<T> Of<T>(T value) where T : class => new(value, []);

    public static Parsed<T> Failed<T>(params IReadOnlyList<SyntaxError> errors) where T : class => new(null, errors);
}
