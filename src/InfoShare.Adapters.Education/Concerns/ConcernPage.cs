using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Education.Concerns;

/// <summary>The page on which a designated safeguarding lead raises a concern. Plain HTML: works without script, by keyboard, and read aloud.</summary>
internal static class ConcernPage
{
    private const string Style = """
        body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 42rem; padding: 0 1rem; color: #0b0c0c; background: #fff }
        h1 { line-height: 1.2 } h2 { margin-top: 2rem } .field, fieldset { margin: 0 0 1.5rem; border: 0; padding: 0 }
        label, legend { font-weight: bold; display: block; padding: 0 } .choice { font-weight: normal; margin: .4rem 0 }
        .hint { color: #505a5f; margin: 0 0 .3rem } .problem { color: #b10e1e; font-weight: bold; margin: 0 0 .3rem }
        .problems { border: .3rem solid #b10e1e; padding: 0 1rem 1rem; margin-bottom: 2rem } .problems a { color: #b10e1e; font-weight: bold }
        input[type=text], input[type=date], textarea, select { font: inherit; width: 100%; box-sizing: border-box; padding: .4rem; border: 2px solid #0b0c0c; border-radius: 0 }
        input[type=date] { width: 14rem } input[type=radio], input[type=checkbox] { width: 1.3rem; height: 1.3rem; vertical-align: middle; margin-right: .4rem }
        button { font: inherit; font-weight: bold; padding: .6rem 1.2rem; color: #fff; background: #00552f; border: 2px solid #00552f }
        :focus { outline: .25rem solid #ffbf47; outline-offset: 0 }
        """;

    /// <summary>The form, empty or as it was filled in, with what is wrong with it.</summary>
    /// <param name="schools">The schools that the participant speaks for: value and name. One alone is not asked for.</param>
    /// <param name="reference">The key of the concern that will be made of this page.</param>
    public static string Form(IReadOnlyList<(string Value, string Label)> schools, string reference, SubmittedForm form, IReadOnlyList<FieldProblem> problems)
    {
        var html = new FormHtml(form, problems)
            .Problems()
            .Markup("<h1>Raise a concern about a child</h1><p>If a child is in danger now, call 999 first.</p>")
            .Markup($"<form method=\"post\" novalidate><input type=\"hidden\" name=\"{FormFields.Reference}\" value=\"{FormHtml.Encoded(reference)}\">");
        if (schools.Count > 1)
            html.Choices(FormFields.School, schools);
        html.Markup("<h2>The child</h2>")
            .Line(FormFields.Family)
            .Line(FormFields.Given)
            .Line(FormFields.Born, "If you know it. For example 2016-05-14 or 14/05/2016.", type: "date")
            .Line(FormFields.Upn, "If you know it: 13 letters and digits.")
            .Lines(FormFields.Address, "If you know it.")
            .Line(FormFields.Postcode)
            .Box(FormFields.Restricted)
            .Markup("<h2>The concern</h2>")
            .Lines(FormFields.Facts, "In plain words. Say what is fact and what is opinion.", rows: 8, required: true)
            .Line(FormFields.Seen, "If you know it.", type: "date")
            .Lines(FormFields.Words, "In the child's own words, if you heard them.")
            .Choices(FormFields.Categories, FormWords.Categories, "Those that you suspect, if any.", boxes: true)
            .Choices(FormFields.Level, FormWords.Levels, "By your partnership's threshold document.")
            .Box(FormFields.Danger)
            .Box(FormFields.Staff)
            .Markup("<h2>The family, and you</h2>")
            .Choices(FormFields.Informed, FormWords.Informed)
            .Lines(FormFields.InformedWhy)
            .Lines(FormFields.Asked, "What you want the reader to do.")
            .Line(FormFields.Reach, "Not your own: that of the designated safeguarding lead.")
            .Markup("<button type=\"submit\">Send</button></form>");
        return Page(problems.Count > 0 ? "Problem: Raise a concern" : "Raise a concern", html.ToString());
    }

    /// <summary>It is on disk.</summary>
    /// <param name="message">The id of the message; null when the same form had been sent before.</param>
    public static string Saved(string? message) => Page("Concern saved",
        $"<h1>Your concern is saved</h1><p>{(message is null ? "It was sent before." : $"It will go to those who may know of it. Its reference is <b>{FormHtml.Encoded(message)}</b>.")}</p>"
        + "<p><a href=\"../concern\">Raise another</a></p>");

    private static string Page(string title, string main) => $$"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>{{title}} - InfoShare</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <style>{{Style}}</style></head><body><main>{{main}}</main></body></html>
        """;
}
