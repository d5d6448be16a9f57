using InfoShare.Console.Security;
using InfoShare.Routing.Moves;
using InfoShare.Storage.Moves;

namespace InfoShare.Console.Pages.Registers;

/// <summary>Children who have left and of whom nobody knows where to, until somebody meets them again.</summary>
[Needs(Permissions.SeeEveryCase)]
public sealed class LostModel(ConsoleContext console) : ConsolePage(console)
{
    internal const int Most = 200;

    internal IReadOnlyList<ListedLost> Found { get; private set; } = [];

    public void OnGet() => Found = Read(scope => scope.DestinationsUnknown(Most).Select(row => ListedLost.Of(scope, row)).ToList());
}
