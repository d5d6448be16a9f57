using InfoShare.Console.Security;
using InfoShare.Routing.Plans;
using InfoShare.Storage.Plans;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Registers;

/// <summary>The register of plans: children with several first, then by how long a plan has been in place.</summary>
[Needs(Permissions.SeeCases)]
public sealed class PlansModel(ConsoleContext console) : ConsolePage(console)
{
    internal const int Most = 200;

    /// <summary>all: also those that are over.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    internal bool ShowsAll => Show == "all";

    internal IReadOnlyList<ListedPlan> Found { get; private set; } = [];

    public void OnGet() => Found = Read(scope => scope.Plans(ShowsAll, Most, Viewer.Organisation).Select(ListedPlan.Of).ToList());
}
