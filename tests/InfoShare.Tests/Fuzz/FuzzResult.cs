namespace InfoShare.Tests.Fuzz;

/// <summary>What came of a damaged file.</summary>
/// <param name="Fault">What does not hold, with what is needed to see it again; null: all holds.</param>
/// <param name="Readable">Whether it could be read.</param>
/// <param name="Took">How long that took.</param>
/// <param name="Allocated">Bytes allocated on the way.</param>
internal sealed record FuzzResult(string? Fault, bool Readable, TimeSpan Took, long Allocated);
