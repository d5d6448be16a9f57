namespace InfoShare.Faults.Faults;

/// <summary>Something that goes wrong while the agencies work.</summary>
/// <param name="Name">Such as <c>kill-router</c>.</param>
/// <param name="GapLimit">How long at the most nothing may come through because of it.</param>
/// <param name="Play">Begins and ends it; returns what it hit. Recovery is not its affair.</param>
internal sealed record Fault(string Name, TimeSpan GapLimit, Func<Random, CancellationToken, Task<string>> Play);
