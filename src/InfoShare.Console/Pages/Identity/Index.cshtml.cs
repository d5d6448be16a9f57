using InfoShare.Console.Security;
using InfoShare.Routing.Identity;
using InfoShare.Storage.Children;

namespace InfoShare.Console.Pages.Identity;

/// <summary>Records that may be of one child: a person must say. Nothing waits for it.</summary>
[Needs(Permissions.ReviewIdentity)]
public sealed class IndexModel(ConsoleContext console) : ConsolePage(console)
{
    internal const int Most = 100;
    private const int MostPast = 20;

    internal long All { get; private set; }

    internal IReadOnlyList<ListedReview> Open { get; private set; } = [];

    internal IReadOnlyList<(ListedReview Review, string Outcome)> Past { get; private set; } = [];

    public void OnGet() => (All, Open, Past) = Read(scope => (
        scope.CountOpenReviews(), scope.OpenReviews(Most).Select(row => ListedReview.Of(scope, row)).ToList(),
        scope.DecidedReviews(MostPast).Select(row => (ListedReview.Of(scope, row), row.Outcome!)).ToList()));
}
