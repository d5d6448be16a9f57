using InfoShare.Console.Security;
using InfoShare.Routing.Escalations;
using InfoShare.Storage.Escalations;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Registers;

/// <summary>The register of challenges: none leaves it unresolved.</summary>
[Needs(Permissions.SeeCases)]
public sealed class EscalationsModel(ConsoleContext console) : ConsolePage(console)
{
    internal const int Most = 200;

    /// <summary>all: also those that are closed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    internal bool ShowsAll => Show == "all";

    internal IReadOnlyList<ListedEscalation> Found { get; private set; } = [];

    public void OnGet() => Found = Read(scope => scope.Escalations(open: !ShowsAll, Most, Viewer.Organisation).Select(ListedEscalation.Of).ToList());

    internal static string Stage(int stage) => stage switch
    {
        1 => "1: who decided",
        2 => "2: the officer above",
        3 => "3: the independent chair",
        _ => "4: mediation",
    };
}
