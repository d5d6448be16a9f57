using InfoShare.Adapters.PickUp;

namespace InfoShare.Cli.Checking;

/// <summary>A check for programs.</summary>
/// <param name="Format">How the file was read.</param>
/// <param name="Participant">Whose adapter would read it.</param>
/// <param name="AsOf">The day that counted as today.</param>
/// <param name="Readable">Whether it can be read.</param>
/// <param name="Problems">Why it cannot; empty when it can.</param>
/// <param name="Records">Each record, in the order of the file.</param>
/// <param name="Totals">Their counts.</param>
public sealed record CheckReport(
    string Format, string Participant, DateOnly AsOf, bool Readable, IReadOnlyList<Problem> Problems, IReadOnlyList<CheckedRecord> Records, CheckTotals Totals);
