using System.Text;
using InfoShare.Console.Policies;
using InfoShare.Console.Security;
using InfoShare.Policy.Sets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoShare.Console.Pages.Policy;

/// <summary>The sets that could come into force, and adding one.</summary>
[Needs(Permissions.SeePolicy)]
public sealed class ChangesModel(ConsoleContext console, PolicyDesk desk) : ConsolePage(console)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

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
            return await RefusedAsync("/policy/changes");
        var changed = new List<PolicyFile>();
        foreach (var file in files)
        {
            var name = Path.GetFileName(file.FileName);
            if (await TextOfAsync(file, cancellationToken) is { } text)
                changed.Add(new(name, text));
            else
                return Refuse(null, [new(name, 0, 0, "must be encoded as UTF-8")]);
        }

        if (!string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Written))
            changed.Add(new(Written?.Trim() ?? "", (Text ?? "").ReplaceLineEndings("\n")));
        var answer = await desk.AddAsync(Name?.Trim() ?? "", Of ?? "", changed, Viewer);
        if (answer.Version is not { } version)
            return Refuse(answer.Problem, answer.Problems);
        TempData["Done"] = "It can be read. Nothing is decided by it yet";
        return Redirect($"/policy/changes/{version}");
    }

    private PageResult Refuse(string? problem, IReadOnlyList<PolicyProblem> problems)
    {
        if (problem is not null)
            ModelState.AddModelError("name", problem);
        foreach (var one in problems)
            ModelState.AddModelError("text", one.ToString());
        Problems = problems;
        Load();
        return Page();
    }

    /// <summary>Null where it is no text.</summary>
    private static async Task<string?> TextOfAsync(IFormFile file, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = new StreamReader(file.OpenReadStream(), Strict);
            return (await reader.ReadToEndAsync(cancellationToken)).ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private void Load() => Sets = Read(scope => KnownSet.All(Console, scope));
}
