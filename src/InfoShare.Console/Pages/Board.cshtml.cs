using System.Globalization;
using InfoShare.Console.Board;
using InfoShare.Console.Security;
using InfoShare.Routing.Board;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages;

/// <summary>Figures for a partnership's board, over some days. Nobody's case is in them: small counts are left out.</summary>
[Needs(Permissions.SeeBoard)]
public sealed class BoardModel(ConsoleContext console, BoardCounting counting) : ConsolePage(console)
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Until { get; set; }

    internal BoardPeriod Period { get; private set; } = null!;

    /// <summary>Null: they are being counted.</summary>
    internal CountedBoard? Counted { get; private set; }

    internal IReadOnlyList<BoardTable> Tables => BoardTable.All(Counted?.Figures ?? []);

    public async Task OnGetAsync()
    {
        Period = BoardPeriod.Of(Day(From, "from"), Day(Until, "until"), Console.Today);
        if (ModelState.IsValid && !Period.HasDays)
            ModelState.AddModelError("from", "The first day must not be after the last");
        if (ModelState.IsValid)
            Counted = await counting.OfAsync(Period);
    }

    private DateOnly? Day(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1999 and < 2100)
            return day;
        ModelState.AddModelError(field, "Enter a day that exists, such as 2026-11-20");
        return null;
    }
}
