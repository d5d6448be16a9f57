using System.Globalization;
using InfoShare.Clocks;
using InfoShare.Console.Security;
using InfoShare.Contracts.Wire;
using InfoShare.Storage;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Messages;
using InfoShare.Vault;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Messages;

/// <summary>Finds messages.</summary>
[Needs(Permissions.SeeMessages)]
[BindProperties(SupportsGet = true)]
public sealed class IndexModel(ConsoleContext console) : ConsolePage(console)
{
    internal const int Most = 100;
    private const int Longest = 200;

    /// <summary>A rule or code is looked for in so much of the past, where nothing else is said.</summary>
    private static readonly TimeSpan UsualPast = TimeSpan.FromDays(31);

    public string? Id { get; set; }

    public string? Participant { get; set; }

    public string? Type { get; set; }

    public string? State { get; set; }

    public string? Reason { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    internal IReadOnlyList<ListedMessage> Found { get; private set; } = [];

    internal IEnumerable<string> Participants => Viewer.Participant is { } own ? [own] : Console.Directory.Participants.Select(one => one.Id);

    internal static IEnumerable<string> Types => MessageTypes.All.Select(type => type.Name);

    internal static IEnumerable<string> States => DeliveryStates.All;

    internal bool IsFiltered => new[] { Participant, Type, State, Reason, From, Until }.Any(one => !string.IsNullOrEmpty(one));

    internal string? FieldProblem(string field) => ModelState.TryGetValue(field, out var state) && state.Errors.Count > 0 ? state.Errors[0].ErrorMessage : null;

    public void OnGet()
    {
        var (from, until) = (Day(From, "from"), Day(Until, "until"));
        if (Id?.Length > Longest || Reason?.Length > Longest)
            ModelState.AddModelError("Id", "Enter an id of 200 characters at the most");
        if (!ModelState.IsValid)
            return;
        Found = Read(scope => Find(scope, from, until));
    }

    private IReadOnlyList<ListedMessage> Find(ReadScope scope, DateOnly? from, DateOnly? until)
    {
        var question = new MessageQuestion(
            null, Given(Participant), Given(Type), Given(State), Given(Reason), Viewer.Organisation,
            from is { } first ? London.StartOf(first).ToMicroseconds() : Given(Reason) is null ? null : (Now - UsualPast).ToMicroseconds(),
            until is { } last ? London.StartOf(last.AddDays(1)).ToMicroseconds() : null);
        if (Given(Id?.Trim()) is not { } id)
            return scope.LatestMessages(question, Most);
        return scope.MessagesMeantBy(id, Viewer.Organisation, Most) is { Count: > 0 } meant ? meant : scope.LatestMessages(question with { Child = id }, Most);
    }

    private DateOnly? Day(string? text, string field)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 2200)
            return day;
        ModelState.AddModelError(field, "Enter a day that exists, such as 2026-11-20");
        return null;
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
