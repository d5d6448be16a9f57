using InfoShare.Adapters.Spool;
using InfoShare.Adapters.Translation;
using InfoShare.Vault;

namespace InfoShare.Adapters.PickUp;

/// <summary>Takes one request: all of its records or none.</summary>
internal sealed class RequestPickUp(Translating translating, MessageSpool spool)
{
    public async Task<Acceptance> AcceptAsync(ITranslator translator, ReadOnlyMemory<byte> content)
    {
        switch (translating.Translate(translator, content))
        {
            case FileTranslation.Unreadable unreadable:
                return new Acceptance.Rejected([.. unreadable.Problems.Select(Problem.Of)]);
            case FileTranslation.Readable readable:
                return await AcceptAsync([.. readable.Records]);
            case var other:
                throw new InvalidOperationException($"unknown translation {other.GetType().Name}");
        }
    }

    private async Task<Acceptance> AcceptAsync(IReadOnlyList<RecordTranslation> records)
    {
        try
        {
            var outcomes = await spool.AcceptAsync(records, allOrNothing: true);
            var refusals = outcomes.SelectMany(o => o.Refusals.Select(r => (o.Place, Refusal: r))).ToList();
            if (refusals.Count == 0)
                return new Acceptance.Accepted([.. outcomes.SelectMany(o => o.MessageIds)], [.. outcomes.SelectMany(o => o.Sent).Select(sent => sent.About)], outcomes.Count(o => o.NothingBecause is not null));
            IReadOnlyList<Problem> problems = [.. refusals.SelectMany(r => r.Refusal.Problems.Select(p => Problem.Of(At(p, r.Place, outcomes.Count))))];
            return refusals.Any(r => r.Refusal.Reused) ? new Acceptance.Conflict(problems) : new Acceptance.Rejected(problems);
        }
        catch (StoreUnavailableException)
        {
            return new Acceptance.Unavailable();
        }
    }

    /// <summary>Among several records the place says which one is meant.</summary>
    private static Contracts.Wire.FieldProblem At(Contracts.Wire.FieldProblem problem, string place, int records) =>
        records > 1 ? problem with { Field = $"{place}: {problem.Field}" } : problem;
}
