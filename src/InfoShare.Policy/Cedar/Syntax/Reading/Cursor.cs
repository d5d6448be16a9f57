namespace InfoShare.Policy.Cedar.Syntax.Reading;

/// <summary>A place in a list of tokens, and what was found wrong so far.</summary>
internal sealed class Cursor(IReadOnlyList<Token> tokens)
{
    private readonly List<SyntaxError> errors = [];
    private int at;

    /// <summary>In the order found.</summary>
    public IReadOnlyList<SyntaxError> Errors => errors;

    public Token Current => tokens[at];

    /// <summary>The token behind the current one.</summary>
    public Token Following => tokens[Math.Min(at + 1, tokens.Count - 1)];

    public bool AtEnd => Current.Kind == TokenKind.End;

    /// <summary>The current token, behind which the cursor then is.</summary>
    public Token Take()
    {
        var taken = Current;
        if (!AtEnd)
            at++;
        return taken;
    }

    /// <summary>Takes the sign if it is there.</summary>
    public bool TakeIf(string sign)
    {
        if (!Current.Is(sign))
            return false;
        at++;
        return true;
    }

    /// <summary>Takes the word if it is there.</summary>
    public bool TakeIfWord(string word)
    {
        if (!Current.IsWord(word))
            return false;
        at++;
        return true;
    }

    /// <summary>Takes the sign; where it is not, that is an error.</summary>
    public bool Require(string sign) => TakeIf(sign) || Fail($"expected `{sign}`, found {Current.Described}");

    /// <summary>From that token to the last one taken.</summary>
    public SourceSpan SpanFrom(Token first) => first.Span with { Length = tokens[Math.Max(at - 1, 0)].End - first.Offset };

    /// <summary>Remembers what is wrong with the current token.</summary>
    /// <returns>Always false.</returns>
    public bool Fail(string message) => Fail(Current.Span, message);

    /// <summary>Remembers what is wrong there.</summary>
    /// <returns>Always false.</returns>
    public bool Fail(SourceSpan where, string message)
    {
        errors.Add(new(where.Line, where.Column, message));
        return false;
    }

    /// <summary>Goes behind the next sign of this kind, or to the end.</summary>
    public void SkipBehind(string sign)
    {
        while (!AtEnd && !Take().Is(sign)) { }
    }
}
