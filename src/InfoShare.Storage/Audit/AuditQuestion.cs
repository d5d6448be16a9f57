using InfoShare.Vault;

namespace InfoShare.Storage.Audit;

/// <summary>A record of the audit, and whether it is as it was written and continues the one before.</summary>
public sealed record ProvenRow(AuditRow Row, bool Holds);

/// <summary>Finds records of the audit for people.</summary>
public static class AuditQuestions
{
    /// <summary>How far back a search without an id looks in each chain.</summary>
    public const int Depth = 100_000;

    /// <summary>All about some ids, the earliest first, each proven by the record before it.</summary>
    public static IReadOnlyList<ProvenRow> AuditOf(this ReadScope scope, string[] abouts, int most)
    {
        var rows = scope.Query<AuditRow>($"select * from audit where about in @abouts order by at, writer, n limit {most}", new { abouts });
        return [.. rows.Select(row => new ProvenRow(row, AuditTrail.Continues(row, scope.Before(row))))];
    }

    /// <summary>The latest records, latest first; without an id, of the last <see cref="Depth"/> of each chain.</summary>
    /// <param name="writer">Only of this chain; null: of all.</param>
    /// <param name="kind">Only of this kind.</param>
    /// <param name="about">Only about this id.</param>
    /// <param name="by">Only what somebody with this token did.</param>
    public static IReadOnlyList<ProvenRow> LatestAudit(this ReadScope scope, string? writer, string? kind, string? about, int most, string? by = null)
    {
        var writers = writer is null ? scope.AuditWriters() : [writer];
        var rows = about is not null
            ? scope.Query<AuditRow>("select * from audit where about = @about", new { about }).Where(row => writers.Contains(row.Writer) && (kind is null || row.Kind == kind) && (by is null || row.Detail.Contains($"by:{by}", StringComparison.Ordinal)))
            : writers.SelectMany(one => scope.LatestOf(one, kind, by, most));
        return [.. rows.OrderByDescending(row => row.At).ThenBy(row => row.Writer, StringComparer.Ordinal).ThenByDescending(row => row.N).Take(most)
            .Select(row => new ProvenRow(row, AuditTrail.Continues(row, scope.Before(row))))];
    }

    /// <summary>The names of all chains, without a look at every record.</summary>
    public static IReadOnlyList<string> AuditWriters(this ReadScope scope) => scope.Query<string>("""
        with recursive chain(writer) as (
            select min(writer) from audit union all select (select min(writer) from audit where writer > chain.writer) from chain where chain.writer is not null)
        select writer from chain where writer is not null
        """);

    private static IReadOnlyList<AuditRow> LatestOf(this ReadScope scope, string writer, string? kind, string? by, int most) => scope.Query<AuditRow>($"""
        select * from audit where writer = @writer and n > (select max(n) from audit where writer = @writer) - {Depth} {(kind is null ? "" : "and kind = @kind")} {(by is null ? "" : "and detail like '%by:' || @by || '%'")}
        order by n desc limit {most}
        """, new { writer, kind, by });

    private static AuditRow? Before(this ReadScope scope, AuditRow row) =>
        row.N == 1 ? null : scope.First<AuditRow>("select * from audit where writer = @Writer and n = @Number", new { row.Writer, Number = row.N - 1 });
}
