namespace InfoShare.Cli.Cluster;

/// <summary>A process that is started again whenever it ends.</summary>
internal interface ISupervised
{
    /// <summary>Its name in the list of processes.</summary>
    string Name { get; }

    /// <summary><c>broker</c>, <c>database</c>, <c>routing</c> or <c>adapter</c>.</summary>
    string Kind { get; }

    /// <summary>Where it answers by HTTP, if it does.</summary>
    Uri? Address { get; }

    /// <summary>Null while it does not run.</summary>
    int? ProcessId { get; }

    /// <summary>How long after its end it is started again.</summary>
    TimeSpan Pause { get; }

    /// <summary>Starts it.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Stops it in good order.</summary>
    Task StopAsync();
}
