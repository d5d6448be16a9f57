using InfoShare.ChildIndex.Batch;
using InfoShare.ChildIndex.Normalising;

namespace InfoShare.Cli.Index;

/// <summary>What is linked: the records of one table with each other, or those of two across.</summary>
/// <param name="Left">The first, or only, table.</param>
public sealed record TwoTables(PersonTable Left, PersonTable? Right)
{
    public IReadOnlyList<Profile> People { get; } = Right is null ? Left.People : [.. Left.People, .. Right.People];

    public IReadOnlyList<string> Truth { get; } = Right is null ? Left.Truth : [.. Left.Truth, .. Right.Truth];

    public int Unusable => Left.Unusable + (Right?.Unusable ?? 0);

    /// <summary>How many records are of the first of two tables; 0: there is one table.</summary>
    public int OfLeft => Right is null ? 0 : Left.People.Count;

    public LinkedBatch Link() => BatchLinking.Link(People, OfLeft);

    /// <summary>Reads both; null, with what is wrong, where one cannot be read.</summary>
    public static async Task<(TwoTables? Tables, string? Problem)> ReadAsync(string left, string? right, PersonColumns columns, Truth? truth, CancellationToken cancellationToken)
    {
        var first = await PersonTable.ReadAsync(left, columns, truth, cancellationToken);
        var second = right is null || first.Table is null ? (null, first.Problem) : await PersonTable.ReadAsync(right, columns, truth, cancellationToken);
        if (first.Table is null || second.Problem is not null)
            return (null, first.Problem ?? second.Problem);
        return first.Table.People.Count == 0 || second.Table is { People.Count: 0 }
            ? (null, $"{(first.Table.People.Count == 0 ? left : right)}: has no row that could be read")
            : (new(first.Table, second.Table), null);
    }
}
