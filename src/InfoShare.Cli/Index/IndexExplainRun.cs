using System.Globalization;
using System.Text.Json;
using InfoShare.ChildIndex.Comparing;
using InfoShare.ChildIndex.Deciding;
using InfoShare.Cli.Commands;

namespace InfoShare.Cli.Index;

/// <summary>Runs <c>infoshare index explain</c>. Exit code 0 when there is such a record.</summary>
internal sealed class IndexExplainRun(TextWriter output, TextWriter error)
{
    private const int MostShown = 5;

    public async Task<int> RunAsync(IndexExplainOptions options, CancellationToken cancellationToken)
    {
        var asked = options.Tables;
        var (columns, problem) = PersonColumns.Read(asked.Map);
        if (columns is null)
            return await Failure.SayAsync(problem!, asked.Json, output, error);
        var (tables, problemOfTables) = await TwoTables.ReadAsync(asked.Left, asked.Right, columns, null, cancellationToken);
        if (tables is null)
            return await Failure.SayAsync(problemOfTables!, asked.Json, output, error);

        var last = tables.Right ?? tables.Left;
        if (IndexOf(tables.Left, options.Line) is not { } one)
            return await Failure.SayAsync($"--line {options.Line}: no record stands there", asked.Json, output, error);
        if (options.With is { } with && (IndexOf(last, with) is not { } found || (tables.Right is null && found == one)))
            return await Failure.SayAsync($"--with {options.With}: no other record stands there", asked.Json, output, error);

        var linked = tables.Link();
        IEnumerable<int> others = options.With is { } line
            ? [tables.OfLeft + IndexOf(last, line)!.Value]
            : linked.Pairs.Where(pair => pair.One == one || pair.Other == one).OrderByDescending(pair => pair.Probability).Take(MostShown).Select(pair => pair.One == one ? pair.Other : pair.One);
        List<(long Line, Explanation Why)> explained = [.. others.Select(other => (last.Lines[other - tables.OfLeft], linked.Model.Explain(tables.People[one], tables.People[other])))];
        await SayAsync(explained, asked.Json);
        return 0;
    }

    private static int? IndexOf(PersonTable table, int line) => table.Lines.Index().Where(record => record.Item == line).Select(record => (int?)record.Index).FirstOrDefault();

    private async Task SayAsync(List<(long Line, Explanation Why)> explained, bool json)
    {
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(
                explained.Select(one => new
                {
                    one.Line,
                    Status = $"{one.Why.Status}",
                    one.Why.Probability,
                    one.Why.PersonalBits,
                    one.Why.HouseholdBits,
                    Fields = one.Why.Fields.Select(field => new { Field = $"{field.Field}", Agreement = $"{field.Agreement}", field.Bits, Household = Fields.IsHousehold(field.Field) }),
                }),
                JsonSerializerOptions.Web));
            return;
        }

        foreach (var line in explained.SelectMany(one => Lines(one.Line, one.Why)))
            await output.WriteLineAsync(line);
        if (explained.Count == 0)
            await output.WriteLineAsync("NoMatch: it was compared with no other record");
    }

    private static IEnumerable<string> Lines(long line, Explanation why)
    {
        yield return Say($"line {line}: {why.Status}, probability {why.Probability:0.000000}");
        foreach (var field in why.Fields.Where(field => field.Agreement is not Agreement.Unknown))
            yield return Say($"  {field.Field,-12} {(Fields.IsHousehold(field.Field) ? "household" : "personal"),-10} {field.Agreement,-10} {field.Bits,8:+0.00;-0.00} bits");
        yield return Say($"  personal {why.PersonalBits:+0.00;-0.00}, household {why.HouseholdBits:+0.00;-0.00} bits{(why.Probability >= LinkRules.LinkFrom && why.Status is not LinkStatus.Match ? "; likely, but a person must look: a household's evidence is not enough, or numbers differ" : "")}");
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
