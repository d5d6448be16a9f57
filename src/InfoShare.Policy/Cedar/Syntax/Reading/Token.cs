namespace InfoShare.Policy.Cedar.Syntax.Reading;

/// <summary>A word or sign of policy or schema text.</summary>
/// <param name="Text">As written; of a string between its quotes, still with its escapes.</param>
/// <param name="Offset">Where in the text, in UTF-16 units.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Offset, SourceSpan Span)
{
    /// <summary>The first offset behind it.</summary>
    public int End => Offset + Span.Length;

    /// <summary>Whether it is this sign.</summary>
    public bool Is(string sign) => Kind == TokenKind.Sign && Text == sign;

    /// <summary>Whether it is this word.</summary>
    public bool IsWord(string word) => Kind == TokenKind.Word && Text == word;

    /// <summary>For messages.</summary>
    public string Described => Kind switch
    {
        TokenKind.End => "end of text",
        TokenKind.String => "a string",
        _ => $"`{Text}`",
    };
}

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>Behind the last one.</summary>
    End,

    /// <summary>An identifier or a reserved word.</summary>
    Word,

    /// <summary>Decimal digits.</summary>
    Number,

    /// <summary>Text in quotes.</summary>
    String,

    /// <summary><c>?name</c></summary>
    Slot,

    /// <summary>An operator or a bracket.</summary>
    Sign,
}
