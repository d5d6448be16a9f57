using InfoShare.Policy.Cedar.Syntax.Reading;

namespace InfoShare.Policy.Cedar.Syntax;

/// <summary>Reads policies in Cedar's own notation.</summary>
/// <remarks>Cedar documentation, "Cedar policy grammar", of language version 4.5.</remarks>
public static class PolicyText
{
    /// <summary>The deepest that expressions may be nested; each further operand of <c>&amp;&amp;</c>, <c>||</c>, <c>+</c>, <c>-</c> or <c>*</c> is one level.</summary>
    public const int DeepestNesting = 400;

    /// <summary>More errors than somebody reads are not looked for.</summary>
    private const int MostErrors = 100;

    /// <summary>All policies and templates of a text.</summary>
    /// <param name="idOf">Chooses a policy's id, given the policy and its place from 0; otherwise <c>policy0</c>, <c>policy1</c> …</param>
    /// <returns>
    /// The policies in the order written; or at most one error for each that cannot be parsed, and all errors of those that
    /// can, but no more than about a hundred.
    /// </returns>
    public static Parsed<IReadOnlyList<CedarPolicy>> Parse(string text, Func<CedarPolicy, int, string>? idOf = null)
    {
        var (tokens, error) = Lexer.Read(text);
        if (error is not null)
            return Parsed.Failed<IReadOnlyList<CedarPolicy>>(error);

        var cursor = new Cursor(tokens);
        var policies = new List<CedarPolicy>();
        while (!cursor.AtEnd && cursor.Errors.Count < MostErrors)
        {
            if (PolicyParser.Read(cursor, $"policy{policies.Count}") is { } policy)
                policies.Add(idOf is null ? policy : policy with { Id = idOf(policy, policies.Count) });
            else
                cursor.SkipBehind(";");
        }

        return cursor.Errors.Count == 0 ? Parsed.Of<IReadOnlyList<CedarPolicy>>(policies) : new(null, cursor.Errors);
    }
}
