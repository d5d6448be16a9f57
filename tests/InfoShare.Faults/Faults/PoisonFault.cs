using InfoShare.Checker.History;
using InfoShare.Checker.Rules;
using InfoShare.Faults.Load;

namespace InfoShare.Faults.Faults;

/// <summary>What cannot be used, by both ways, to every agency that takes the canonical form.</summary>
internal sealed class PoisonFault(Stories stories, HttpWay http, FileWay files)
{
    public Fault Fault => new("poison", TimeSpan.FromSeconds(10), PlayAsync);

    private async Task<string> PlayAsync(Random random, CancellationToken cancellationToken)
    {
        var refused = 0;
        var accepted = 0;
        foreach (var area in SampleArea.All)
        {
            foreach (var body in Poison.Of(Next(area, random)))
            {
                files.HandIn(Next(area, random), body);
                if (await http.HandInAsync(Next(area, random), body, cancellationToken))
                    accepted++;
                else
                    refused++;
            }
        }

        return accepted == 0 ? $"{refused} refused" : throw new Product.ProductException($"{accepted} messages that cannot be used were accepted");
    }

    private Message Next(SampleArea area, Random random) => stories.Probe(area, random.Next(2) == 0).Messages[0] with { Kind = MessageKind.Poison };
}
