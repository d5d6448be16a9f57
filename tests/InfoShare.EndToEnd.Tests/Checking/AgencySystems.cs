using InfoShare.EndToEnd.Tests.Running;

namespace InfoShare.EndToEnd.Tests.Checking;

/// <summary>
/// The agencies' own systems at work: they look into <c>out/</c> again and again, take about half of the files away and
/// leave the others lying, and remember all they saw. What comes a second time, or is written anew, is a second effect.
/// </summary>
internal sealed class AgencySystems(DataFolder data) : IAsyncDisposable
{
    private readonly Dictionary<(string Recipient, string Name), (Effect Effect, bool Taken)> seen = [];
    private readonly CancellationTokenSource stop = new();
    private readonly List<string> second = [];
    private Task working = Task.CompletedTask;

    /// <summary>Everything that was handed over, once each.</summary>
    public IReadOnlyList<Effect> Effects
    {
        get
        {
            lock (seen)
                return [.. seen.Values.Select(s => s.Effect)];
        }
    }

    /// <summary>Files that came or were written a second time.</summary>
    public IReadOnlyList<string> SecondEffects => second;

    /// <summary>Works on the side until disposed.</summary>
    public void Start() => working = Task.Run(async () =>
    {
        while (!stop.IsCancellationRequested)
        {
            Look();
            await Task.Delay(100, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    });

    public void Look()
    {
        lock (seen)
        {
            foreach (var recipient in DataFolder.Participants)
            {
                foreach (var path in data.Files("out", recipient))
                    Take(recipient, path);
            }
        }
    }

    /// <summary>Stops working on the side, and looks once more.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await working;
        Look();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
    }

    private void Take(string recipient, string path)
    {
        var name = Path.GetFileName(path);
        if (seen.TryGetValue((recipient, name), out var before))
        {
            if (before.Taken || File.GetLastWriteTimeUtc(path) != before.Effect.Written)
                second.Add($"{recipient}/{name}");
            return;
        }

        var effect = Effect.Read(recipient, path);
        // Delivery ids are random enough to toss with; the same ones each time.
        var taken = effect.DeliveryId[^1] % 2 == 0;
        if (taken)
            File.Delete(path);
        seen.Add((recipient, name), (effect, taken));
    }
}
