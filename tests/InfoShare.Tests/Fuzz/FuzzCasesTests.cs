using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Wire;
using InfoShare.Tests.Formats;
using Xunit;

namespace InfoShare.Tests.Fuzz;

/// <summary>A translator with a fault is found out.</summary>
public sealed class FuzzCasesTests
{
    private static readonly byte[][] Kept = new byte[1][];

    /// <summary>Samples whose records can be counted without a translator.</summary>
    public static TheoryData<string> Counted { get; } =
        [.. FormatFile.Own.Where(file => KnownFormats.TakenFor(file) is { } format && RecordsIn.Of(format, file.Read(), file.Read()) is not null).Select(file => file.Name)];

    public static TheoryData<string> Faults { get; } = [.. Faulty.Keys];

    private static Dictionary<string, Func<ReadOnlyMemory<byte>, FileTranslation>> Faulty => new()
    {
        ["it has thrown System.FormatException"] = _ => throw new FormatException(),
        ["it has allocated "] = content =>
        {
            Kept[0] = new byte[32 * 1024 * 1024];
            return Sound(content);
        },
        ["it cannot be read, and nothing says why"] = _ => new FileTranslation.Unreadable(),
        ["two records have the place row 1"] = _ => new FileTranslation.Readable([new RecordTranslation.NothingToSend("row 1", "closed"), new RecordTranslation.NothingToSend("row 1", "closed")]),
        ["a record has no place"] = _ => Readable(new RecordTranslation.NothingToSend("", "closed")),
        ["nothing says why a record is not sent"] = _ => Readable(new RecordTranslation.NothingToSend("row 1", "")),
        ["nothing says why a record is quarantined"] = _ => Readable(new RecordTranslation.Quarantined("row 1")),
        ["a record has no message and no reason"] = _ => Readable(new RecordTranslation.Messages("row 1")),
        ["a message breaks a limit of its contract: data.concernId"] = _ => Readable(Concern("")),
        ["a value is repeated: row 1"] = content => Readable(new RecordTranslation.NothingToSend("row 1" + Text(content), "closed")),
        ["a value is repeated: name: must not be"] = content => new FileTranslation.Unreadable(new FieldProblem("name", $"must not be {Text(content)}")),
        ["a value is repeated: name is"] = content => Readable(Concern("c-1", new Mark { Field = "name", Problem = "is " + (Text(content).Contains(Values.Canary, StringComparison.Ordinal) ? Values.Canary : "") })),
    };

    [Fact]
    public async Task A_sound_translator_has_no_fault() => Assert.Null(await FirstFaultAsync(Sound));

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_found_and_told_with_what_makes_it_again(string fault)
    {
        var told = await FirstFaultAsync(Faulty[fault]);

        Assert.Matches("^faulty, .*, seed 1, case [0-9]+ \\([0-9]+ bytes\\): ", told);
        Assert.Contains(fault, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_does_not_end_is_found()
    {
        using var end = new ManualResetEventSlim();
        try
        {
            Assert.Contains("case 0 ", await FirstFaultAsync(content =>
            {
                end.Wait(TestContext.Current.CancellationToken);
                return Sound(content);
            }), StringComparison.Ordinal);
        }
        finally
        {
            end.Set();
        }
    }

    [Fact]
    public async Task A_record_that_is_lost_is_found() =>
        Assert.Contains("it has 0 records where the file holds 1 to 1", await FirstFaultAsync(_ => new FileTranslation.Readable([]), "nems"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Counted))]
    public void Records_are_counted_as_the_translators_have_them(string name)
    {
        var file = FormatFile.Own.Single(f => f.Name == name);
        var held = RecordsIn.Of(KnownFormats.TakenFor(file)!, file.Read(), file.Read());

        Assert.InRange(Told.Of(file, file.Read()).Count, held!.Value.Least, held.Value.Most);
    }

    [Fact]
    public void The_same_seed_and_number_make_the_same_damage()
    {
        var sound = FormatFile.Own[0].Read();

        Assert.Equal(Mutation.Of(sound, new(7)), Mutation.Of(sound, new(7)));
        Assert.NotEqual(Mutation.Of(sound, new(7)), Mutation.Of(sound, new(8)));
    }

    private static FileTranslation.Readable Sound(ReadOnlyMemory<byte> content) => Readable(new RecordTranslation.NothingToSend("row 1", "closed"));

    private static FileTranslation.Readable Readable(RecordTranslation record) => new([record]);

    private static RecordTranslation.Messages Concern(string id, params Mark[] marks) => new("row 1", new Draft(
        new("urn", "999998"), "child", "record", default, new ConcernRaised { ConcernId = id, Marks = marks, Parts = new() }));

    private static string Text(ReadOnlyMemory<byte> content) => System.Text.Encoding.UTF8.GetString(content.Span);

    private static async Task<string?> FirstFaultAsync(Func<ReadOnlyMemory<byte>, FileTranslation> translate, string format = "faulty")
    {
        var cases = new FuzzCases(AgencyKind.Education, new FaultyTranslator(format, translate), FormatFile.Own, [], seed: 1, TimeSpan.FromSeconds(5));
        return (await cases.RunAsync(200, TestContext.Current.CancellationToken))[^1].Fault;
    }

    private sealed class FaultyTranslator(string format, Func<ReadOnlyMemory<byte>, FileTranslation> translate) : ITranslator
    {
        public string Format => format;

        public bool Recognises(string fileName, ReadOnlySpan<byte> start) => true;

        public FileTranslation Translate(ReadOnlyMemory<byte> content, TranslationContext context) => translate(content);
    }
}
