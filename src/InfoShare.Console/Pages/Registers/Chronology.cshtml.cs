using InfoShare.Console.Security;
using InfoShare.Console.Words;
using InfoShare.Routing.Histories;
using InfoShare.Storage.Deliveries;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Registers;

/// <summary>What happened to a delivery's child, as far as the delivery's recipient may know. Why it is read is on record before it is shown, and it is shown once.</summary>
[Needs(Permissions.ReadChronology)]
public sealed class ChronologyModel(ConsoleContext console) : ConsolePage(console)
{
    [BindProperty(SupportsGet = true)]
    public string? Delivery { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>With the children of the same family.</summary>
    [BindProperty]
    public bool Family { get; set; }

    internal ChronologyAnswer? Told { get; private set; }

    public async Task<IActionResult> OnGetAsync() => string.IsNullOrWhiteSpace(Delivery) || IsTheirs() ? Page() : await NotTheirsAsync(Delivery);

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Delivery))
            ModelState.AddModelError("Delivery", "Enter the id of a delivery");
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError("Why", "Say for what you need it");
        if (!ModelState.IsValid)
            return Page();
        if (!IsTheirs())
            return await NotTheirsAsync(Delivery);
        var answer = await Console.Desks.Chronologies.ReadAsync(new(Delivery!.Trim(), Family, Why!, Viewer.Name));
        if (answer.Problem is { } problem)
            ModelState.AddModelError("", problem.Sentence());
        else
            Told = answer;
        return Page();
    }

    /// <summary>Of their own organisation only what has left to it and was not called back: of anything else it may not even know.</summary>
    private bool IsTheirs() => Read(scope => scope.FindDelivery(Delivery!.Trim())) is { } row
        && (Viewer.Organisation is not { } own || (row.Organisation == own && row.Recall is null && DeliveryStates.MayHaveLeft.Contains(row.State)));
}
