using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Syntax.Reading;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Schemas in Cedar's own notation.</summary>
/// <remarks>
/// Cedar documentation, "Cedar schema" and its grammar. Stricter than Cedar in one thing: a record that has an attribute twice
/// is refused, as it is in JSON, where Cedar keeps the last of them.
/// </remarks>
public static class SchemaText
{
    /// <summary>The schema; or what is wrong with the text, of one kind at a time: its words, its grammar, its names.</summary>
    public static Parsed<CedarSchema> Parse(string text)
    {
        var (tokens, error) = Lexer.Read(text);
        if (error is not null)
            return Parsed.Failed<CedarSchema>(error);
        var cursor = new Cursor(tokens);
        var declarations = new SchemaParser(cursor).Read();
        return cursor.Errors.Count > 0 ? Parsed.Failed<CedarSchema>(cursor.Errors) : SchemaResolver.Resolve(declarations);
    }
}
