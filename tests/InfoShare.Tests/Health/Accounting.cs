using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Wire;
using Xunit;

namespace InfoShare.Tests.Health;

/// <summary>What must hold of every translation, whatever was read: each record is accounted for, and no problem repeats a value.</summary>
internal static class Accounting
{
    public static void Check(FileTranslation translation, IReadOnlyList<string> canaries, int round)
    {
        switch (translation)
        {
            case FileTranslation.Unreadable unreadable:
                Assert.NotEmpty(unreadable.Problems);
                NoCanary(unreadable.Problems, canaries, round);
                break;
            case FileTranslation.Readable readable:
                Assert.NotEmpty(readable.Records);
                Assert.All(readable.Records, r => Check(r, canaries, round));
                break;
        }
    }

    private static void Check(RecordTranslation record, IReadOnlyList<string> canaries, int round)
    {
        Assert.NotEmpty(record.Place);
        switch (record)
        {
            case RecordTranslation.Messages messages:
                Assert.NotEmpty(messages.Drafts);
                Assert.All(messages.Drafts, d => Assert.Empty(FieldLimits.Check(d.Data, "data")));
                NoCanary(messages.Drafts.SelectMany(d => Marks(d.Data)).Select(k => new FieldProblem(k.Field, k.Problem)), canaries, round);
                break;
            case RecordTranslation.NothingToSend nothing:
                Assert.NotEmpty(nothing.Reason);
                NoCanary([new(nothing.Place, nothing.Reason)], canaries, round);
                break;
            case RecordTranslation.Quarantined quarantined:
                Assert.NotEmpty(quarantined.Problems);
                NoCanary(quarantined.Problems, canaries, round);
                break;
        }
    }

    private static IReadOnlyList<Mark> Marks(object data) => data switch
    {
        ConcernRaised concern => concern.Marks,
        ChildMovedArea move => move.Marks,
        _ => [],
    };

    private static void NoCanary(IEnumerable<FieldProblem> problems, IReadOnlyList<string> canaries, int round) =>
        Assert.All(problems, p => Assert.All(canaries, canary => Assert.False(p.ToString().Contains(canary, StringComparison.OrdinalIgnoreCase), $"round {round}")));
}
