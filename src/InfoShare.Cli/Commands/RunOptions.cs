namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare run</c> was asked; null where nothing was said, and then the configuration file holds.</summary>
/// <param name="Data">The data folder.</param>
/// <param name="Port">The port; 0 takes a free one.</param>
/// <param name="Config">The configuration file.</param>
/// <param name="AsOf">The day that counts as today when it is asked what is recent; for tests and old files.</param>
public sealed record RunOptions(string? Data, int? Port, string? Config, DateOnly? AsOf = null);
