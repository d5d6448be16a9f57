using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Translation;

/// <summary>What a file held.</summary>
public abstract record FileTranslation
{
    private FileTranslation() { }

    /// <summary>The file could not be read at all: it goes to quarantine.</summary>
    public sealed record Unreadable(params IReadOnlyList<FieldProblem> Problems) : FileTranslation;

    /// <summary>The file can be read; each of its records has an outcome.</summary>
    /// <param name="Records">In the order of the file. Asked for once: a translator may make each as it is asked for.</param>
    public sealed record Readable(IEnumerable<RecordTranslation> Records) : FileTranslation;
}

/// <summary>What came of one record of a file.</summary>
/// <param name="Place">Where in the file, without personal data: <c>child 3, episode 1</c>.</param>
public abstract record RecordTranslation(string Place)
{
    /// <summary>The record is one message, or several.</summary>
    public sealed record Messages(string Place, params IReadOnlyList<Draft> Drafts) : RecordTranslation(Place);

    /// <summary>Nobody's business to share, and why: <c>closed episode</c>, <c>an adult</c>.</summary>
    public sealed record NothingToSend(string Place, string Reason) : RecordTranslation(Place);

    /// <summary>The record cannot be used: the fields that stopped it.</summary>
    public sealed record Quarantined(string Place, params IReadOnlyList<FieldProblem> Problems) : RecordTranslation(Place);
}

/// <summary>A message before the adapter's shell gives it ids, order and an envelope.</summary>
/// <param name="From">The organisation that speaks.</param>
/// <param name="ChildKey">The sender's own id of the child, in clear. Makes the partition key, by keyed hash.</param>
/// <param name="RecordKey">
/// The source record's key, in clear, stable over repeated exports. The shell turns it, by keyed hash, into the
/// <c>concernId</c>, <c>moveId</c>, <c>involvementId</c> or <c>consentId</c> of <paramref name="Data"/>, which holds
/// it in clear until then; and likewise each of <c>linkedConcerns</c>.
/// </param>
/// <param name="Time">When it happened, by the sender's records.</param>
/// <param name="Data">The contract record, such as <c>ConcernRaised</c>.</param>
/// <param name="SubmissionId">The id that the agency's system gave this submission, where it gives one; a second use with other content is refused.</param>
public sealed record Draft(
    OrganisationSource From, string ChildKey, string RecordKey, DateTimeOffset Time, object Data, string? SubmissionId = null);
