using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Spool;

/// <summary>
/// A draft with everything about it that does not depend on what the spool holds: checked, hashed, its keys replaced. Made
/// by whoever hands the draft in, several at once, so that the one writer has only the comparing to do.
/// </summary>
internal sealed record PreparedDraft
{
    public required Draft Draft { get; init; }

    /// <summary>Null when it is nothing that agencies send, and then nothing below counts.</summary>
    public Subject? Subject { get; init; }

    /// <summary>What stops it.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>Keyed hash of the data.</summary>
    public string Content { get; init; } = "";

    /// <summary>Keyed hash of each part.</summary>
    public string Parts { get; init; } = "";

    /// <summary>Keyed hash of the child's key.</summary>
    public string Partition { get; init; } = "";

    /// <summary>Keyed hash of the id that the agency's system gave it; null where it gave none.</summary>
    public string? Submission { get; init; }

    /// <param name="draft">What a record gave.</param>
    /// <param name="nth">Which of the record's drafts it is, from 0: they share the id of their submission.</param>
    /// <param name="ids">Makes the hashes.</param>
    public static PreparedDraft Of(Draft draft, int nth, AdapterIds ids)
    {
        if (Subject.Of(draft, ids) is not { } subject)
            return new() { Draft = draft, Problems = [new("type", "must be a message that agencies send")] };
        if (FieldLimits.Check(subject.Data, "data") is { Count: > 0 } problems)
            return new() { Draft = draft, Subject = subject, Problems = problems };
        return new()
        {
            Draft = draft,
            Subject = subject,
            Content = ids.Content(WireWriter.WriteData(subject.Data)),
            Parts = PartHashes.Of(Subject.PartsOf(subject.Data), ids),
            Partition = ids.Partition(draft.From, draft.ChildKey),
            Submission = draft.SubmissionId is { } id ? ids.Submission(draft.From, id, nth) : null,
        };
    }
}
