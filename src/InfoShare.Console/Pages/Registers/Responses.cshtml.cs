using InfoShare.Console.Registers;
using InfoShare.Console.Security;
using InfoShare.Storage;
using InfoShare.Storage.Answers;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Registers;

/// <summary>Who was told of which concern, who has answered, and what is owed by when: what is late first.</summary>
[Needs(Permissions.SeeCases)]
public sealed class ResponsesModel(ConsoleContext console) : ConsolePage(console)
{
    internal const int Most = 100;
    internal static readonly TimeSpan Lately = TimeSpan.FromDays(31);

    /// <summary>latest: all concerns of the last month; otherwise those with an answer that is owed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    internal bool ShowsLatest => Show == "latest";

    internal IReadOnlyList<KnownResponses> Found { get; private set; } = [];

    internal int Late => Found.Count(one => one.Concern.Recipients.Any(recipient => recipient.Owed.Any(owed => owed.Progress == "late")));

    public void OnGet() => Found = Read(scope => KnownResponses.Of(
        ShowsLatest ? scope.ResponsesLately(Viewer.Organisation, (Now - Lately).ToMicroseconds(), Most) : scope.ResponsesOwed(Viewer.Organisation, Most), Viewer.Organisation, Now));
}
