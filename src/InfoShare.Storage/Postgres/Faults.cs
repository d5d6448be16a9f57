using Npgsql;

namespace InfoShare.Storage.Postgres;

/// <summary>Tells what is wrong with the server, or the way to it, from what is wrong with a statement.</summary>
internal static class Faults
{
    /// <summary>SQLSTATE codes and classes that say nothing about the work. Source: PostgreSQL 15 documentation, appendix A.</summary>
    private static readonly string[] OfTheServer =
    [
        "08", // connection exception
        "0A000", // a newer version beside this one has added a column; a new connection knows it
        "25P03", // the session was idle in its transaction for too long
        "40", // deadlock, serialisation
        "53", // disk full, out of memory, too many connections
        "55P03", // a lock was not to be had in time
        "57", // cancelled, shut down, crashed, starting up
        "58", // system error, such as of its disk
        "XX", // internal error, damaged data
    ];

    /// <summary>True when the work may well succeed another time, and is lost with its whole group now.</summary>
    public static bool IsOfTheStore(Exception error) => error switch
    {
        PostgresException e => OfTheServer.Any(code => e.SqlState.StartsWith(code, StringComparison.Ordinal)),
        NpgsqlException or StoreReplacedException => true,
        // A connection that was lost some statements ago.
        InvalidOperationException { Source: "Npgsql" } or ObjectDisposedException => true,
        _ => false,
    };
}

/// <summary>The data were put back from a backup while this process ran, or another process has found so.</summary>
internal sealed class StoreReplacedException() : Exception("the data are not those of a moment ago");
