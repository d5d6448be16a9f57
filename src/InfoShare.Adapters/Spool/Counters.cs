using InfoShare.Vault;

namespace InfoShare.Adapters.Spool;

/// <summary>Counts that outlive their rows.</summary>
internal static class Counters
{
    public static void Add(WriteScope write, string name, int by)
    {
        if (by > 0)
            write.Execute("insert into counter (name, value) values (@name, @by) on conflict (name) do update set value = value + @by", new { name, by });
    }

    public static long Read(ReadScope read, string name) => read.First<long>("select value from counter where name = @name", new { name });
}
