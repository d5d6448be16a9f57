using System.Diagnostics;
using System.Globalization;
using InfoShare.Bench.Formats;
using InfoShare.Bench.Running;
using InfoShare.ChildIndex.Batch;
using InfoShare.ChildIndex.Evaluating;
using InfoShare.ChildIndex.Normalising;
using InfoShare.Routing.Invented;

namespace InfoShare.Bench.Index;

/// <summary>Links invented children in a batch, then looks single ones up in a store of them.</summary>
internal static class IndexRun
{
    private const int UsualChildren = 1_000_000;

    /// <summary>What runs it and says the figures; or what is wrong with the arguments.</summary>
    public static (Func<CancellationToken, Task<string>>? Run, string? Problem) Asked(string[] arguments)
    {
        var (children, json, batch, lookups) = (UsualChildren, false, true, true);
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--json": json = true; break;
                case "--batch": lookups = false; break;
                case "--lookups": batch = false; break;
                case "--children" when i + 1 < arguments.Length && int.TryParse(arguments[i + 1], CultureInfo.InvariantCulture, out var n) && n is >= 1_000 and <= 5_000_000:
                    (children, i) = (n, i + 1);
                    break;
                case "--children": return (null, "--children must be a number between 1000 and 5000000");
                default: return (null, $"bench index does not know '{arguments[i]}'; ./infoshare help explains it");
            }
        }

        return batch || lookups
            ? (async stop => await RunAsync(children, batch, lookups, stop) is var result && json ? result.ToJson() : result.ToTable(), null)
            : (null, "bench index does --batch or --lookups, or both without either");
    }

    private static async Task<IndexResult> RunAsync(int children, bool batch, bool lookups, CancellationToken stop)
    {
        var linked = batch ? await BatchAsync(children) : null;
        GC.Collect();
        return new(children, linked, lookups ? await LookupPart.RunAsync(children, stop) : null);
    }

    private static async Task<BatchFigures> BatchAsync(int children)
    {
        await using var memory = new OwnMemory();
        List<string> truth = [];
        List<Profile> people = [];
        var making = Stopwatch.StartNew();
        foreach (var (child, person) in new InventedChildren(children).All())
        {
            truth.Add(child.ToString(CultureInfo.InvariantCulture));
            people.Add(Profile.Of(person.ToDetails()));
        }

        Progress.Say($"{people.Count} records read in {making.Elapsed.TotalSeconds:0.0} s; linking");
        var linked = BatchLinking.Link(people);
        var seconds = making.Elapsed.TotalSeconds;
        Progress.Say($"{linked.Pairs.Count} pairs compared after {seconds:0.0} s");
        var peak = memory.PeakMebibytes;
        return new(people.Count, Math.Round(seconds, 1), Math.Round(people.Count / seconds * 60), peak, Evaluation.Of(truth, linked.Pairs));
    }
}
