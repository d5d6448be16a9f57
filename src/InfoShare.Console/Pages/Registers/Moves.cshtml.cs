using InfoShare.Console.Security;
using InfoShare.Routing.Moves;

namespace InfoShare.Console.Pages.Registers;

/// <summary>Moves of children, as several have told of them.</summary>
[Needs(Permissions.SeeEveryCase)]
public sealed class MovesModel(ConsoleContext console) : ConsolePage(console)
{
    /// <summary>Of what was told: a move has several.</summary>
    internal const int Most = 300;

    internal IReadOnlyList<ListedMove> Found { get; private set; } = [];

    public void OnGet() => Found = Read(scope => ListedMove.Of(scope, Most).ToList());
}
