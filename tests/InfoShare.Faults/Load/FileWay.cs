using System.Collections.Concurrent;
using InfoShare.Checker.History;
using InfoShare.Faults.Product;

namespace InfoShare.Faults.Load;

/// <summary>Hands in by files, whose names are in the order of handing in, and watches where each goes.</summary>
internal sealed class FileWay(IProduct product, Journal journal, Clock clock)
{
    private readonly ConcurrentDictionary<string, Message> waiting = new();
    private int files;

    /// <summary>Files that lie in <c>in/</c> as far as is known.</summary>
    public int Waiting => waiting.Count;

    /// <summary>Puts the file into the sender's <c>in/</c>, whole.</summary>
    public void HandIn(Message message, byte[] body)
    {
        var name = $"{Interlocked.Increment(ref files):000000}-{message.Marker}.json";
        var folder = Path.Combine(product.Data, "agencies", message.Sender, "in");
        waiting[name] = message;
        journal.Invoke(message, new(clock.Now, Outcome.Invoke, message.Marker, "file"));
        var aside = Path.Combine(folder, "." + name);
        File.WriteAllBytes(aside, body);
        File.Move(aside, Path.Combine(folder, name));
    }

    /// <summary>Looks once at where the files are now.</summary>
    public void Look()
    {
        foreach (var (name, message) in waiting)
        {
            if (IsIn("done", name, message) || IsIn("quarantine", name, message))
            {
                var isSaved = IsIn("done", name, message) && !IsIn("quarantine", $"{name}.1.reason.json", message);
                journal.Note(new(clock.Now, isSaved ? Outcome.Ok : Outcome.Fail, message.Marker, "file"));
                waiting.TryRemove(name, out _);
            }
        }
    }

    private bool IsIn(string folder, string name, Message message) => File.Exists(Path.Combine(product.Data, "agencies", message.Sender, folder, name));
}
