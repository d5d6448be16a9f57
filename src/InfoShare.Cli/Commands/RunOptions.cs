using InfoShare.Cli.Configuration;

namespace InfoShare.Cli.Commands;

/// <summary>How to run; null where nothing was said, and then the configuration file holds.</summary>
public sealed record RunOptions
{
    /// <summary>The data folder.</summary>
    public string? Data { get; init; }

    /// <summary>The port; 0 takes a free one.</summary>
    public int? Port { get; init; }

    /// <summary>The console's port; 0 takes a free one.</summary>
    public int? ConsolePort { get; init; }

    /// <summary>The configuration file.</summary>
    public string? Config { get; init; }

    /// <summary>The day that counts as today when it is asked what is recent; for tests and old files.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>What carries messages.</summary>
    public Transport? Transport { get; init; }

    /// <summary>What keeps the records.</summary>
    public Database? Database { get; init; }
}
