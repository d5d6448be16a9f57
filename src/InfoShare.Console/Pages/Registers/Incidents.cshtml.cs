using InfoShare.Console.Security;
using InfoShare.Routing.Incidents;
using InfoShare.Storage.Incidents;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Registers;

/// <summary>What reached who should not have had it.</summary>
[Needs(Permissions.SeeEveryCase)]
public sealed class IncidentsModel(ConsoleContext console) : ConsolePage(console)
{
    internal const int Most = 100;

    /// <summary>all: also those that are closed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    internal bool ShowsAll => Show == "all";

    internal IReadOnlyList<ListedIncident> Found { get; private set; } = [];

    public void OnGet() => Found = Read(scope => scope.Incidents(open: !ShowsAll, Most).Select(row => ListedIncident.Of(scope, row)).ToList());
}
