using InfoShare.Adapters.PickUp;

namespace InfoShare.Cli.Checks;

/// <summary>What would become of a file. Tells places, fields, roles and reasons, never a value.</summary>
/// <param name="Format">The format as which it was read.</param>
/// <param name="Participant">Whose adapter reads it so.</param>
/// <param name="Today">The day that counts as today.</param>
/// <param name="TakenFor">The format for which the adapter takes it by its name and its beginning; null: for none.</param>
/// <param name="Problems">Why it cannot be read; empty: it can.</param>
/// <param name="Details">Each record, in the order of the file.</param>
internal sealed record CheckedFile(
    string Format, string Participant, DateOnly Today, string? TakenFor, IReadOnlyList<Problem> Problems, IReadOnlyList<CheckedRecord> Details)
{
    /// <summary>Whether it can be read.</summary>
    public bool Readable => Problems.Count == 0;

    /// <summary>Records read.</summary>
    public int Records => Details.Count;

    /// <summary>Messages that would be sent.</summary>
    public int Messages => Details.Sum(record => record.Messages.Count);

    /// <summary>Records of which nothing would be sent.</summary>
    public int NothingToSend => Details.Count(record => record.Because is not null);

    /// <summary>Records that cannot be used.</summary>
    public int Quarantined => Details.Count(record => record.Problems.Count > 0);
}
