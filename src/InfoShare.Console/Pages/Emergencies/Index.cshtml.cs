using InfoShare.Console.Security;
using InfoShare.Routing.Emergency;
using InfoShare.Storage.Emergency;

namespace InfoShare.Console.Pages.Emergencies;

/// <summary>Emergency access: who had it and why, and whether somebody has looked at it since.</summary>
[Needs(Permissions.ReviewEmergencies)]
public sealed class IndexModel(ConsoleContext console) : ConsolePage(console)
{
    internal const int Most = 200;

    internal IReadOnlyList<ListedEmergency> Found { get; private set; } = [];

    public void OnGet() => Found = Read(scope => scope.EmergenciesByReview(Most).Select(row => ListedEmergency.Of(scope, row, Now, withText: false)).ToList());
}
