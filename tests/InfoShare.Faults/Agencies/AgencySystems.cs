using InfoShare.Checker.Effects;
using InfoShare.Checker.Rules;
using InfoShare.Faults.Load;
using InfoShare.Faults.Product;

namespace InfoShare.Faults.Agencies;

/// <summary>
/// The agencies' own systems at work: they look into <c>out/</c> again and again, take some files away at once and others
/// later, and remember all they saw. What comes again, or is written anew, is a second effect.
/// </summary>
internal sealed class AgencySystems(IProduct product, Clock clock) : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private const double LeftLying = 15;

    private readonly Lock turn = new();
    private readonly Dictionary<(string Participant, string File), Effect> seen = [];
    private readonly HashSet<(string Participant, string File)> lying = [];
    private readonly HashSet<string> markers = [];
    private readonly List<string> again = [];
    private readonly CancellationTokenSource stop = new();
    private Task working = Task.CompletedTask;
    private long looks;

    /// <summary>Everything that was handed over, once each.</summary>
    public IReadOnlyList<Effect> Effects
    {
        get
        {
            lock (turn)
                return [.. seen.Values];
        }
    }

    /// <summary>Files that came a second time.</summary>
    public IReadOnlyList<string> Again
    {
        get
        {
            lock (turn)
                return [.. again];
        }
    }

    /// <summary>Some agency has the text of this message.</summary>
    public bool HasSeen(string marker)
    {
        lock (turn)
            return markers.Contains(marker);
    }

    /// <summary>Works on the side until disposed.</summary>
    public void Start() => working = Task.Run(async () =>
    {
        while (!stop.IsCancellationRequested)
        {
            Look();
            await Task.Delay(BetweenLooks, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    });

    /// <summary>Returns when a look that began after this call has ended.</summary>
    public async Task LookAsync()
    {
        var begun = Interlocked.Read(ref looks);
        while (Interlocked.Read(ref looks) < begun + 2)
        {
            // A file that is not whole ends the looking, and is told here.
            if (working.IsCompleted)
                await working;
            await Task.Delay(BetweenLooks);
        }
    }

    private void Look()
    {
        Interlocked.Increment(ref looks);
        foreach (var participant in SampleArea.Participants)
        {
            var folder = Path.Combine(product.Data, "agencies", participant, "out");
            if (!Directory.Exists(folder))
                continue;
            foreach (var file in Directory.EnumerateFiles(folder).Select(Path.GetFileName).OfType<string>().Where(f => f[0] != '.').ToList())
                See(participant, file, Path.Combine(folder, file));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await working;
        stop.Dispose();
    }

    private void See(string participant, string file, string path)
    {
        lock (turn)
        {
            if (seen.TryGetValue((participant, file), out var before))
            {
                SeeAgain(before, path);
                return;
            }

            var effect = EffectReader.Read(participant, file, File.ReadAllText(path), File.GetLastWriteTimeUtc(path), clock.Now, looks);
            seen.Add((participant, file), effect);
            if (effect.Marker is { } marker)
                markers.Add(marker);
            // Delivery ids are random enough to toss with; the same ones each time.
            if (effect.DeliveryId[^1] % 2 == 0)
                File.Delete(path);
            else
                lying.Add((participant, file));
        }
    }

    private void SeeAgain(Effect before, string path)
    {
        var key = (before.Participant, before.File);
        if (!lying.Contains(key) || File.GetLastWriteTimeUtc(path) != before.Written)
            again.Add($"{before.Participant}/{before.File}");
        if (!lying.Contains(key) || clock.Now > before.Seen + LeftLying)
        {
            File.Delete(path);
            lying.Remove(key);
        }
    }
}
