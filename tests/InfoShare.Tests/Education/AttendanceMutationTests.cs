using System.Text;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Wire;
using Xunit;
using static InfoShare.Tests.Education.AttendanceSample;

namespace InfoShare.Tests.Education;

public sealed class AttendanceMutationTests
{
    private const string Canary = "Canary-Testperson";

    private static readonly string Summary = File($"{Robin},104,84,6,12,8,80.8", "P942999825002,Sampler,\"Jo, the second\",03-Mar-2015,,,100,50,0,50,0,");

    private static readonly string Marks = $"{MarkColumns}\n{string.Join('\n', Enumerable.Range(0, 60).Select(i => $"A942999825001,Testperson,Robin,2016-05-14,2026-10-{1 + i / 2:00},{(i % 2 == 0 ? "AM" : "PM")},O"))}";

    [Fact]
    public void Two_thousand_damaged_files_never_throw_and_give_no_message_that_breaks_a_limit()
    {
        var random = new Random(20261120);
        string[] values = ["", "0", "-1", "101", "999999999999999999999", "1e9", "\u06604", "30/02/2026", "9999-12-31", "\"", "\"\"", ",", "started", Canary, new('x', 200), "\u202E"];
        var readable = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var content = Damage.Of(Encoding.UTF8.GetBytes(i % 2 == 0 ? Summary : Marks), random, values, ',', ',');
            if (Translate(content) is not FileTranslation.Readable file)
                continue;
            readable++;
            var records = file.Records.ToList();
            Assert.Equal(records.Count, records.Select(r => r.Place).Distinct().Count());
            Assert.All(records.OfType<RecordTranslation.Messages>().SelectMany(m => m.Drafts), draft => Assert.Empty(FieldLimits.Check(draft.Data, "")));
        }

        Assert.InRange(readable, 1_000, 1_990);
    }

    [Fact]
    public void Whatever_cell_holds_a_personal_value_no_problem_reason_place_or_mark_repeats_it()
    {
        foreach (var csv in new[] { Summary, Marks })
        {
            var lines = csv.Split('\n');
            for (var line = 0; line < 3; line++)
            {
                for (var cell = 0; cell < lines[line].Split(',').Length; cell++)
                {
                    var cells = lines[line].TrimEnd('\r').Split(',');
                    cells[cell] = Canary;
                    string[] changed = [.. lines];
                    changed[line] = string.Join(',', cells);
                    AssertSilent(Translate(string.Join('\n', changed)));
                }
            }
        }
    }

    private static void AssertSilent(FileTranslation file)
    {
        IEnumerable<string> said = file switch
        {
            FileTranslation.Unreadable unreadable => unreadable.Problems.Select(p => p.ToString()),
            FileTranslation.Readable readable => readable.Records.SelectMany(Said),
            _ => [],
        };
        Assert.DoesNotContain(said, text => text.Contains("Canary", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Said(RecordTranslation record) => record switch
    {
        RecordTranslation.Quarantined bad => [bad.Place, .. bad.Problems.Select(p => p.ToString())],
        RecordTranslation.NothingToSend nothing => [nothing.Place, nothing.Reason],
        RecordTranslation.Messages messages =>
            [messages.Place, .. messages.Drafts.SelectMany(d => ((ConcernRaised)d.Data).Marks).Select(m => m.Field + m.Problem), .. messages.Drafts.Select(d => ((ConcernRaised)d.Data).Parts.Incident!.Facts!)],
        _ => [],
    };
}
