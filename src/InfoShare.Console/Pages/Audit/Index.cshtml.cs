using InfoShare.Console.Security;
using InfoShare.Storage.Audit;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Audit;

/// <summary>The audit trail.</summary>
[Needs(Permissions.SeeAudit)]
[BindProperties(SupportsGet = true)]
public sealed class IndexModel(ConsoleContext console) : ConsolePage(console)
{
    private const int Most = 200;

    public string? Writer { get; set; }

    public string? Kind { get; set; }

    public string? About { get; set; }

    internal IReadOnlyList<ProvenRow> Rows { get; private set; } = [];

    internal IReadOnlyList<string> Writers { get; private set; } = [];

    public void OnGet() => (Rows, Writers) = Read(scope => (scope.LatestAudit(Given(Writer), Given(Kind?.Trim()), Given(About?.Trim()), Most), scope.AuditWriters()));

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
