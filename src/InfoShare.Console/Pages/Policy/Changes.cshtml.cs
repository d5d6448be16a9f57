using InfoShare.Console.Policies;
using InfoShare.Console.Security;
using InfoShare.Policy.Sets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Policy;

/// <summary>The sets that could come into force, and adding one.</summary>
[Needs(Permissions.SeePolicy)]
public sealed class ChangesModel(ConsoleContext console, PolicyDesk desk) : ConsolePage(console)
{
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The version of the set whose files are changed.</summary>
    [BindProperty]
    public string? Of { get; set; }

    /// <summary>The name of a file that is written here.</summary>
    [BindProperty]
    public string? Written { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    internal IReadOnlyList<KnownSet> Sets { get; private set; } = [];

    /// <summary>What is wrong with the files.</summary>
    internal IReadOnlyList<PolicyProblem> Problems { get; private set; } = [];

    internal bool MayChange => Viewer.May(Permissions.ChangePolicy);

    public void OnGet()
    {
        Of = Console.Policies.At(Now).Version;
        Load();
    }

    public async Task<IActionResult> OnPostAsync(IReadOnlyList<IFormFile> files, CancellationToken cancellationToken)
    {
        if (!MayChange)
            return await RefusedAsync("policy");
        var changed = new List<PolicyFile>();
        foreach (var file in files)
        {
            using var reader = new StreamReader(file.OpenReadStream(), new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true));
            changed.Add(new(Path.GetFileName(file.FileName), await TextOfAsync(reader, cancellationToken)));
        }

        if (!string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Written))
            changed.Add(new(Written?.Trim() ?? "", (Text ?? "").ReplaceLineEndings("\n")));
        var answer = await desk.AddAsync(Name?.Trim() ?? "", Of ?? "", changed, Viewer);
        if (answer.Version is { } version)
        {
            TempData["Done"] = "It can be read. Nothing is decided by it yet";
            return Redirect($"/policy/changes/{version}");
        }

        if (answer.Problem is { } problem)
            ModelState.AddModelError("name", problem);
        foreach (var one in answer.Problems)
            ModelState.AddModelError("text", one.ToString());
        Problems = answer.Problems;
        Load();
        return Page();
    }

    /// <summary>What is no text is refused as no policy, with its place.</summary>
    private static async Task<string> TextOfAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return (await reader.ReadToEndAsync(cancellationToken)).ReplaceLineEndings("\n");
        }
        catch (System.Text.DecoderFallbackException)
        {
            return "this file is not encoded as UTF-8";
        }
    }

    private void Load() => Sets = Read(scope => KnownSet.All(Console, scope));
}
