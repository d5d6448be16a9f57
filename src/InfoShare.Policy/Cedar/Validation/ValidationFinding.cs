using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>Something that validation found.</summary>
/// <param name="Span">The expression or the part of the scope; the whole policy where it is all of it.</param>
/// <param name="Message">Lower case, no full stop, what was written in backticks.</param>
/// <param name="Environment">One kind of request in which it is so; null where it is so whatever the request.</param>
public sealed record ValidationFinding(string PolicyId, SourceSpan Span, string Message, RequestEnvironment? Environment = null)
{
    public override string ToString() =>
        $"{PolicyId}:{Span.Line}:{Span.Column}: {Message}{(Environment is null ? "" : $" (in requests of {Environment})")}";
}
