using Spectre.Console;

namespace InfoShare.Cli.Demo;

/// <summary>The outcome as people read it.</summary>
internal static class DemoTable
{
    private static readonly string[] NotContent = ["sharing.withheld", "concern.acknowledged", "concern.decision"];

    public static void Write(IAnsiConsole console, DemoOutcome outcome)
    {
        var table = new Table().Border(TableBorder.Simple).Title("Who received what, what was withheld, and why");
        foreach (var column in (string[])["message", "from", "to", "state", "parts released", "withheld", "because"])
            table.AddColumn(column);
        foreach (var d in outcome.Deliveries.Where(d => !NotContent.Contains(d.Type)))
        {
            table.AddRow(
                Cell($"{d.Type}\n{d.MessageId[..8]}"), Cell(d.From), Cell($"{d.To}\n{d.Role}"), State(d.State),
                Cell(string.Join(", ", d.Parts)), Cell(string.Join(", ", d.WithheldParts)), Cell(string.Join(", ", d.Because)));
        }

        console.Write(table);
        var notices = outcome.Deliveries.Count(d => d.Type == "sharing.withheld");
        var answers = outcome.Deliveries.Count(d => d.Type is "concern.acknowledged" or "concern.decision");
        console.MarkupLineInterpolated($"{outcome.Accepted} messages accepted, {outcome.Delivered} deliveries made ({notices} of them tell a sender what was withheld, {answers} are answers to a referrer)");
        console.MarkupLineInterpolated($"{outcome.Withheld} withheld, {outcome.Quarantined} quarantined, {outcome.DuplicatesRefused} repeats refused, [bold]{outcome.Lost} lost[/], {outcome.Seconds} s");
    }

    private static Text Cell(string text) => new(text);

    private static Text State(string state) => new(state, state switch
    {
        "handed-over" or "acknowledged" or "answered" => new Style(Color.Green),
        "withheld" or "held" => new Style(Color.Olive),
        "failed" or "expired" => new Style(Color.Red),
        _ => Style.Plain,
    });
}
