using InfoShare.Console.Flow;
using InfoShare.Console.Security;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages;

/// <summary>Who sends how much to whom, and what becomes of it. The counts move while somebody looks.</summary>
[Needs(Permissions.SeeFlow)]
public sealed class FlowModel(ConsoleContext console, FlowWatch watch) : ConsolePage(console)
{
    /// <summary>Each with its words and how it is marked.</summary>
    internal static readonly (string Fate, string Words, string Colour)[] Fates =
    [
        ("delivered", "delivered", "green"), ("waiting", "waiting", "blue"), ("withheld", "withheld", "purple"), ("held", "held for a person", "orange"),
        ("failed", "failed", "red"), ("recalled", "recalled", "grey"), ("superseded", "superseded", "grey"),
    ];

    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Within { get; set; }

    /// <summary>Null: it is being counted for the first time.</summary>
    internal FlowPicture? Picture { get; private set; }

    internal FlowFilter Filter => new(Area, Type, Within);

    internal IReadOnlyDictionary<string, long> Counts => Filter.CountsOf(Picture!);

    internal IEnumerable<string> Participants => Console.Directory.Participants.Select(one => one.Id);

    internal IEnumerable<string> Areas => Picture!.Rows.Select(row => row.Area).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    internal IEnumerable<string> Types => Picture!.Rows.Select(row => row.Type).Distinct().Order(StringComparer.Ordinal);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Picture = await watch.SoonAsync(cancellationToken);
}
