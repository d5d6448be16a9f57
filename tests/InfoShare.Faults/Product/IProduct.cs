using System.Data.Common;

namespace InfoShare.Faults.Product;

/// <summary>What is tested, seen from outside: folders, addresses, processes, and its store for reading.</summary>
internal interface IProduct : IAsyncDisposable
{
    /// <summary>Its data folder.</summary>
    string Data { get; }

    /// <summary>Where a participant's messages can be posted now; null while nobody knows.</summary>
    Uri? AddressOf(string participant);

    /// <summary>What it consists of.</summary>
    IReadOnlyList<RunningProcess> Processes { get; }

    /// <summary>A connection to the store, for reading.</summary>
    DbConnection Store();

    /// <summary>Starts it, and returns when it is ready.</summary>
    Task StartAsync(CancellationToken cancellationToken);
}

/// <summary>One process of the product.</summary>
/// <param name="Name">Such as <c>routing-1</c> or <c>adapter-police-suffolk</c>.</param>
/// <param name="Kind">broker, database, routing, adapter; or one, which is all of them.</param>
/// <param name="Pid">Null while it does not run.</param>
/// <param name="Address">Of its HTTP, if it has any.</param>
internal sealed record RunningProcess(string Name, string Kind, int? Pid, Uri? Address);
