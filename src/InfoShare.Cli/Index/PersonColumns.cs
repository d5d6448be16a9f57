using InfoShare.ChildIndex;

namespace InfoShare.Cli.Index;

/// <summary>Which column of a table says what of a person: <c>given=COL,surname=COL,dob=COL,postcode=COL,address=COL,nhs=COL,upn=COL</c>, each if it is there.</summary>
/// <param name="Columns">Column by field.</param>
public sealed record PersonColumns(IReadOnlyDictionary<string, string> Columns)
{
    /// <summary>The fields that there are.</summary>
    public static readonly IReadOnlyList<string> Fields = ["given", "surname", "dob", "postcode", "address", "nhs", "upn"];

    /// <summary>Reads what <c>--map</c> says; null, with what is wrong, where it cannot be understood.</summary>
    public static (PersonColumns? Columns, string? Problem) Read(string map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var columns = new Dictionary<string, string>();
        foreach (var said in map.Split(','))
        {
            if (said.Split('=', 2, StringSplitOptions.TrimEntries) is not [var field, { Length: > 0 } column])
                return (null, "--map must be FIELD=COLUMN, with commas between");
            if (!Fields.Contains(field))
                return (null, $"--map knows {string.Join(", ", Fields)}; not {field}");
            if (!columns.TryAdd(field, column))
                return (null, $"--map says {field} twice");
        }

        return (new(columns), null);
    }

    /// <param name="cell">The cell of a column; empty where it says nothing.</param>
    public PersonDetails PersonIn(Func<string, string> cell)
    {
        string? Of(string field) => Columns.TryGetValue(field, out var column) && cell(column) is { Length: > 0 } told ? told : null;
        return new()
        {
            Names = [new(Of("given"), Of("surname"))],
            DateOfBirth = Of("dob"),
            Places = [new(Of("address"), Of("postcode"))],
            NhsNumber = Of("nhs"),
            Upn = Of("upn"),
        };
    }
}
