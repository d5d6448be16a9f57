using System.Diagnostics;
using InfoShare.Bench.Load;
using InfoShare.Bench.Running;
using InfoShare.Routing.Children;
using InfoShare.Routing.Invented;
using InfoShare.Storage;

namespace InfoShare.Bench.Index;

/// <summary>Looks up single records in a store of all the others, as routing does for a record that is new.</summary>
internal static class LookupPart
{
    private const int BetweenProgress = 100_000;
    private const int Lookups = 2_000;

    public static async Task<LookupFigures> RunAsync(int children, CancellationToken stop)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("infoshare-bench-");
        try
        {
            await using var store = RoutingStore.Open(Path.Combine(folder.FullName, "data"), Path.Combine(folder.FullName, "keys"));
            var loading = Stopwatch.StartNew();
            await InventedRecords.LoadAsync(store, children, known =>
            {
                if (known % BetweenProgress == 0)
                    Progress.Say($"{known} records in the store after {loading.Elapsed.TotalSeconds:0} s");
            }, stop);

            var seconds = loading.Elapsed.TotalSeconds;
            var again = new InventedChildren(children).All().Skip(children).Select(one => one.Person);
            var times = again.Take(Lookups).TakeWhile(_ => !stop.IsCancellationRequested).Select(person => Time(store, person)).ToList();
            stop.ThrowIfCancellationRequested();
            var latencies = new Latencies(times);
            return new(
                children, times.Count, Math.Round(latencies.Percentile(50), 2), Math.Round(latencies.Percentile(99), 2), Math.Round(seconds),
                Math.Round(folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / 1024.0 / 1024));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Time(RoutingStore store, ToldPerson person)
    {
        var start = Stopwatch.GetTimestamp();
        var likeness = Likeness.Of(person, store.Children)!;
        store.Read(scope => AlikeRecords.Find(scope, new Dictionary<string, Likeness> { ["new"] = likeness }));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
