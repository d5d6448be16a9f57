using Spectre.Console;

namespace InfoShare.Cli.Demo;

/// <summary>The outcome as people read it: message by message, who received what, what was withheld, and why.</summary>
internal static class DemoTable
{
    private static readonly string[] NotContent = ["sharing.withheld", "concern.acknowledged", "concern.decision"];

    public static void Write(IAnsiConsole console, DemoOutcome outcome)
    {
        foreach (var message in outcome.Deliveries.Where(d => !NotContent.Contains(d.Type)).GroupBy(d => d.MessageId))
        {
            var first = message.First();
            console.WriteLine();
            console.Write(new Text($"{first.Type} {first.MessageId[..8]} from {first.From}", new Style(decoration: Decoration.Bold)));
            console.WriteLine();
            console.Write(TableOf(message));
        }

        var notices = outcome.Deliveries.Count(d => d.Type == "sharing.withheld");
        var answers = outcome.Deliveries.Count(d => d.Type is "concern.acknowledged" or "concern.decision" or "transfer.accepted");
        console.WriteLine();
        console.MarkupLineInterpolated($"{outcome.Accepted} messages accepted, {outcome.Delivered} deliveries made ({notices} of them tell a sender what was withheld, {answers} are answers to a referrer)");
        console.MarkupLineInterpolated($"{outcome.Withheld} withheld, {outcome.Quarantined} quarantined, {outcome.DuplicatesRefused} repeats refused, [bold]{outcome.Lost} lost[/], {outcome.Seconds} s");
    }

    private static Table TableOf(IEnumerable<DemoDelivery> deliveries)
    {
        var table = new Table().Border(TableBorder.Horizontal).Expand();
        table.AddColumn(new TableColumn("to").NoWrap());
        table.AddColumn(new TableColumn("state").NoWrap());
        table.AddColumns("parts released", "parts withheld");
        table.AddColumn(new TableColumn("because").NoWrap());
        foreach (var d in deliveries)
        {
            table.AddRow(
                new Text($"{d.Role}\n{d.To}"), State(d.State), new Text(string.Join(", ", d.Parts)), new Text(Withheld(d.WithheldParts)),
                new Text(string.Join('\n', d.Because)));
        }

        return table;
    }

    /// <summary><c>part:code</c> by code: <c>not-needed-for-role: address, education</c>.</summary>
    private static string Withheld(IReadOnlyList<string> parts) => string.Join("; ", parts
        .Select(p => p.Split(':'))
        .GroupBy(p => p[1], p => p[0])
        .Select(byCode => $"{byCode.Key}: {string.Join(", ", byCode)}"));

    private static Text State(string state) => new(state, state switch
    {
        "handed-over" or "acknowledged" or "answered" => new Style(Color.Green),
        "withheld" or "held" => new Style(Color.Olive),
        "failed" or "expired" => new Style(Color.Red),
        _ => Style.Plain,
    });
}
