using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace InfoShare.Vault;

/// <summary>Opens SQLite files: the system's library where there is one (it is patched), otherwise the bundled 3.35.5.</summary>
internal static class SqliteFile
{
    static SqliteFile()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, (name, _, _) =>
            name == "e_sqlite3" && NativeLibrary.TryLoad("libsqlite3.so.0", out var library) ? library : 0);
        SQLitePCL.Batteries_V2.Init();
    }

    /// <summary>A connection of its own, with a write-ahead log that is on disk at each commit.</summary>
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        connection.Execute("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on; pragma busy_timeout = 10000");
        return connection;
    }
}
