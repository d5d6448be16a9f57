using System.Collections.Frozen;

namespace InfoShare.Adapters.SocialCare.Csv;

/// <summary>The columns of a format. A header is matched by its letters and digits alone, in any case; unknown ones are ignored.</summary>
internal sealed class CsvColumns
{
    private readonly FrozenDictionary<string, string> names;

    /// <param name="required">Columns without which a file is not of this format.</param>
    /// <param name="optional">Those that may be absent.</param>
    /// <param name="aliases">Other headers that are in use, and the column that they mean.</param>
    public CsvColumns(IReadOnlyList<string> required, IReadOnlyList<string> optional, params IReadOnlyList<(string Header, string Column)> aliases)
    {
        Required = required;
        names = required.Concat(optional).Select(name => (Header: name, Column: name)).Concat(aliases)
            .ToFrozenDictionary(pair => Normal(pair.Header), pair => pair.Column, StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Required { get; }

    /// <summary>The column that a header means, or null.</summary>
    public string? Named(string header) => names.GetValueOrDefault(Normal(header));

    private static string Normal(string header) => string.Concat(header.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant));
}
