using Dapper;
using InfoShare.Vault;
using Npgsql;

namespace InfoShare.Storage.Postgres;

/// <summary>Compares the data with what was noted among the keys, and so finds what was put back from a backup.</summary>
internal static class Beginning
{
    /// <summary>
    /// More than the routers that can ever share a store. Each has at most one commit that is not noted yet, so that data which
    /// are further ahead than this were noted in a newer key store than the present one.
    /// </summary>
    private const int MostRouters = 100;

    /// <summary>Where the data stand; with a new incarnation when they are older than the keys say.</summary>
    /// <exception cref="KeysMissingException">The keys are older than the data, or are not theirs.</exception>
    public static (Standing Standing, bool Restored) Find(NpgsqlConnection connection, PostgresKeys keys)
    {
        connection.Execute(
            "insert into database_meta (commits, incarnation, anchor, last_key) values (-1, @none, '', 0) on conflict do nothing", new { none = "" });
        using var turn = Turn.Take(connection);
        // Within the turn nobody commits, so nothing can be noted that is not in the data.
        var (found, noted) = (turn.Standing!, keys.Progress());
        if (found.LastKey >= noted.NextKey || found.Commits > noted.Commits + MostRouters)
            throw new KeysMissingException("the record keys are older than the data, or not theirs; restore the newer ones");
        if (found.Commits >= noted.Commits)
            return (found, false);

        // Data that were lost while their keys remember them count as restored, too: everybody must offer everything again.
        var renewed = found with { Commits = noted.Commits, Incarnation = Guid.NewGuid().ToString("n") };
        turn.Commit(renewed);
        return (renewed, noted.Commits > 0);
    }
}
