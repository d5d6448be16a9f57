using System.Text.RegularExpressions;
using InfoShare.Console.Security;
using InfoShare.Storage.Audit;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Audit;

/// <summary>The audit trail.</summary>
[Needs(Permissions.SeeAudit)]
[BindProperties(SupportsGet = true)]
public sealed partial class IndexModel(ConsoleContext console) : ConsolePage(console)
{
    private const int Most = 200;

    public string? Writer { get; set; }

    public string? Kind { get; set; }

    public string? About { get; set; }

    public string? By { get; set; }

    internal IReadOnlyList<ProvenRow> Rows { get; private set; } = [];

    internal IReadOnlyList<string> Writers { get; private set; } = [];

    /// <summary>Who did it, by the record; empty: it says nobody.</summary>
    internal IReadOnlyList<string> Doers()
    {
        var tokens = Rows.Select(one => Doer().Match(one.Row.Detail).Groups[1].Value).ToList();
        var names = tokens.Distinct().ToDictionary(token => token, token => token.Length == 0 ? "" : NameOf(token));
        return [.. tokens.Select(token => names[token])];
    }

    public void OnGet() => (Rows, Writers) = Read(scope => (
        scope.LatestAudit(Given(Writer), Given(Kind?.Trim()), Given(About?.Trim()), Most, Given(By?.Trim()) is { } name ? Console.TokenOf(name) : null), scope.AuditWriters()));

    [GeneratedRegex("by:([0-9a-f]+)")]
    private static partial Regex Doer();

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
