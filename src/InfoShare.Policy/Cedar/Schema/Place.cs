using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Where in a schema something stands.</summary>
/// <param name="Line">From 1; 0 in JSON.</param>
/// <param name="Column">From 1, in UTF-16 units; 0 in JSON.</param>
/// <param name="Path">Of the JSON value; empty in text.</param>
internal readonly record struct Place(int Line, int Column, string Path = "")
{
    public SyntaxError Error(string message) => new(Line, Column, Path.Length == 0 ? message : $"at `{Path}`: {message}");
}
