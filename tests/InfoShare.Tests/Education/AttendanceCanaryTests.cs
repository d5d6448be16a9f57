using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Notices;
using InfoShare.Tests.Fuzz;
using Xunit;
using static InfoShare.Tests.Education.AttendanceSample;

namespace InfoShare.Tests.Education;

public sealed class AttendanceCanaryTests
{
    private const string Canary = Values.Canary;

    private static readonly string Summary = File($"{Robin},104,84,6,12,8,80.8", "P942999825002,Sampler,\"Jo, the second\",03-Mar-2015,,,100,50,0,50,0,");

    private static readonly string Marks = $"{MarkColumns}\n{string.Join('\n', Enumerable.Range(0, 60).Select(i => $"A942999825001,Testperson,Robin,2016-05-14,2026-10-{1 + i / 2:00},{(i % 2 == 0 ? "AM" : "PM")},O"))}";

    [Fact]
    public void Whatever_cell_holds_a_personal_value_neither_reasons_nor_facts_repeat_it()
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
        Assert.Null(Account.Fault(file));
        if (file is FileTranslation.Readable readable)
            Assert.DoesNotContain(Canary, string.Concat(readable.Records.OfType<RecordTranslation.Messages>().SelectMany(m => m.Drafts).Select(d => ((AttendanceThreshold)d.Data).Parts.Incident!.Facts)), StringComparison.Ordinal);
    }
}
