namespace InfoShare.Policy.Cedar.Syntax;

/// <summary>What is wrong with a text, and where.</summary>
/// <param name="Line">From 1; 0 where the place is in the message: the path of a JSON value.</param>
/// <param name="Column">From 1, in UTF-16 units; 0 likewise.</param>
/// <param name="Message">Lower case, no full stop, what was written in backticks.</param>
public sealed record SyntaxError(int Line, int Column, string Message)
{
    public override string ToString() => Line == 0 ? Message : $"{Line}:{Column}: {Message}";
}
