namespace InfoShare.Adapters.Health.Audit;

/// <summary>One sharing decision as it stands on record: codes, pseudonyms and times; nothing that says who the child is.</summary>
/// <param name="Number">Its number on record.</param>
/// <param name="At">When it was made.</param>
/// <param name="ChildToken">The child's opaque token; null where it is no longer on record.</param>
/// <param name="Sender">The participant whose message it is.</param>
/// <param name="Organisation">The recipient's organisation, <c>scheme/code</c>.</param>
/// <param name="Role">The recipient's role there.</param>
/// <param name="Permitted">Whether the recipient may know of the message.</param>
/// <param name="Why">What was decided and why, in codes.</param>
/// <param name="Basis">Codes of lawful bases; none when withheld.</param>
/// <param name="Consents">Each agreement on file, in codes: <c>share given</c>.</param>
public sealed record RecordedDecision(
    long Number,
    DateTimeOffset At,
    string? ChildToken,
    string Sender,
    string Organisation,
    string Role,
    bool Permitted,
    string Why,
    IReadOnlyList<string> Basis,
    IReadOnlyList<string> Consents);
