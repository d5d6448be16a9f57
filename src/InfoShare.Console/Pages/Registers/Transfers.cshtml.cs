using InfoShare.Console.Security;
using InfoShare.Routing.Moves;
using InfoShare.Storage.Transfers;

namespace InfoShare.Console.Pages.Registers;

/// <summary>Children whom somebody has asked to be taken over, and cases that were closed as transferred though nobody has accepted them.</summary>
[Needs(Permissions.SeeCases)]
public sealed class TransfersModel(ConsoleContext console) : ConsolePage(console)
{
    internal const int Most = 200;

    internal IReadOnlyList<ListedTransfer> Open { get; private set; } = [];

    internal IReadOnlyList<ListedClosure> Closures { get; private set; } = [];

    public void OnGet() => (Open, Closures) = Read(scope => (
        scope.OpenTransfers(Most, Viewer.Organisation).Select(row => ListedTransfer.Of(scope, row, Now)).OrderByDescending(one => one.IsOverdue).ToList(),
        scope.UnacceptedClosures(Most, Viewer.Organisation).Select(ListedClosure.Of).ToList()));
}
