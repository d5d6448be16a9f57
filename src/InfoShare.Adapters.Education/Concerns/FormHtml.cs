using System.Globalization;
using System.Net;
using System.Text;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Education.Concerns;

/// <summary>Writes the fields of a form: each with its label, its hint and its problem, and with what was filled in. Everything that came from outside is encoded.</summary>
internal sealed class FormHtml(SubmittedForm form, IReadOnlyList<FieldProblem> problems)
{
    private readonly StringBuilder html = new();

    public static string Encoded(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Something of the page's own.</summary>
    public FormHtml Markup(string markup)
    {
        html.Append(markup);
        return this;
    }

    /// <summary>The list of problems, each with a link to its field; nothing when there are none.</summary>
    public FormHtml Problems()
    {
        if (problems.Count == 0)
            return this;
        html.Append("<div class=\"problems\" role=\"alert\" aria-labelledby=\"problems\" tabindex=\"-1\" autofocus><h2 id=\"problems\">There is a problem</h2><ul>");
        foreach (var problem in problems)
            html.Append(Invariant($"<li><a href=\"#{Encoded(problem.Field)}\">{Said(problem)}</a></li>"));
        html.Append("</ul></div>");
        return this;
    }

    public FormHtml Line(string name, string hint = "", string type = "text", bool required = false)
    {
        Begin(name, hint);
        html.Append(Invariant($"<input type=\"{type}\" id=\"{name}\" name=\"{name}\" value=\"{Encoded(form.Text(name) ?? "")}\" autocomplete=\"off\"{Aria(name, hint, required)}></div>"));
        return this;
    }

    public FormHtml Lines(string name, string hint = "", int rows = 3, bool required = false)
    {
        Begin(name, hint);
        // The line break after the tag is not part of the text; without it one at the text's own start would be lost.
        html.Append(Invariant($"<textarea id=\"{name}\" name=\"{name}\" rows=\"{rows}\"{Aria(name, hint, required)}>\n{Encoded(form.Text(name) ?? "")}</textarea></div>"));
        return this;
    }

    /// <summary>One of several, or with boxes any of them.</summary>
    public FormHtml Choices(string name, IReadOnlyList<(string Value, string Label)> list, string hint = "", bool boxes = false)
    {
        html.Append(Invariant($"<fieldset{Aria(name, hint, required: false)}><legend>{Encoded(FormWords.Labels[name])}</legend>"));
        Notes(name, hint);
        foreach (var (value, label) in list)
        {
            // The list of problems leads to the first one.
            var id = value == list[0].Value ? $" id=\"{name}\"" : "";
            var ticked = form.All(name).Contains(value) ? " checked" : "";
            html.Append(Invariant($"<label class=\"choice\"><input type=\"{(boxes ? "checkbox" : "radio")}\"{id} name=\"{name}\" value=\"{Encoded(value)}\"{ticked}> {Encoded(label)}</label>"));
        }

        html.Append("</fieldset>");
        return this;
    }

    public FormHtml Box(string name)
    {
        html.Append(Invariant($"<div class=\"field\"><label class=\"choice\"><input type=\"checkbox\" id=\"{name}\" name=\"{name}\" value=\"yes\"{(form.Has(name) ? " checked" : "")}> {Encoded(FormWords.Labels[name])}</label></div>"));
        return this;
    }

    public override string ToString() => html.ToString();

    private void Begin(string name, string hint)
    {
        html.Append(Invariant($"<div class=\"field\"><label for=\"{name}\">{Encoded(FormWords.Labels[name])}</label>"));
        Notes(name, hint);
    }

    private void Notes(string name, string hint)
    {
        if (hint.Length > 0)
            html.Append(Invariant($"<p class=\"hint\" id=\"{name}-hint\">{Encoded(hint)}</p>"));
        if (ProblemOf(name) is { } problem)
            html.Append(Invariant($"<p class=\"problem\" id=\"{name}-problem\">Problem: {Said(problem)}</p>"));
    }

    private string Aria(string name, string hint, bool required)
    {
        var described = string.Join(' ', new[] { hint.Length > 0 ? $"{name}-hint" : null, ProblemOf(name) is null ? null : $"{name}-problem" }.OfType<string>());
        return (described.Length > 0 ? $" aria-describedby=\"{described}\"" : "")
            + (ProblemOf(name) is null ? "" : " aria-invalid=\"true\"")
            + (required ? " aria-required=\"true\"" : "");
    }

    private FieldProblem? ProblemOf(string name) => problems.FirstOrDefault(p => p.Field == name);

    private static string Said(FieldProblem problem) => Encoded($"{FormWords.Labels.GetValueOrDefault(problem.Field, problem.Field)} {problem.Problem}".Trim());

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
