using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters.PickUp;

/// <summary>How far the file that is being read has come: for the status, and now and then for the log.</summary>
internal sealed class ReadingProgress(ILogger log)
{
    private const int RecordsBetweenLines = 50_000;

    private volatile FileInProgress? current;

    /// <summary>Null while none is being read.</summary>
    public FileInProgress? Current => current;

    /// <summary>Begins one; disposing ends it.</summary>
    public Reading Begin(string file, long bytes)
    {
        current = new(0, bytes);
        return new(this, file, bytes, log);
    }

    /// <summary>One file's.</summary>
    internal sealed class Reading(ReadingProgress progress, string file, long bytes, ILogger log) : IDisposable
    {
        private int said;

        /// <summary>So many records are in the spool.</summary>
        public void Note(int records)
        {
            progress.current = new(records, bytes);
            if (records / RecordsBetweenLines == said)
                return;
            said = records / RecordsBetweenLines;
            log.LogInformation("file {File}: {Records} records so far", file, records);
        }

        public void Dispose() => progress.current = null;
    }
}

/// <summary>A file that is being read.</summary>
/// <param name="Records">Records that are in the spool already, or need not be.</param>
/// <param name="Bytes">The file's size.</param>
public sealed record FileInProgress(int Records, long Bytes);
