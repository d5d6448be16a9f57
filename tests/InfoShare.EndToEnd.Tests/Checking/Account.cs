using InfoShare.EndToEnd.Tests.Running;

namespace InfoShare.EndToEnd.Tests.Checking;

/// <summary>Holds what was handed over against what was accepted.</summary>
internal sealed class Account
{
    private readonly IReadOnlyList<Effect> effects;
    private readonly ILookup<Concern, Effect> byConcern;

    public Account(IEnumerable<Effect> effects)
    {
        this.effects = [.. effects];
        // Where the text was not released, the front door's copy tells which concern it is about.
        var concerns = this.effects.Where(e => e.Concern is not null).GroupBy(e => e.About).ToDictionary(g => g.Key, g => g.Select(e => e.Concern!).Distinct().Single());
        byConcern = this.effects.Where(e => e.Role.Length > 0 && concerns.ContainsKey(e.About)).ToLookup(e => concerns[e.About]);
    }

    /// <summary>Every concern reached the front door of its area, and the same posts as every other of its sender and level.</summary>
    public void EachHasReachedItsRecipients(IEnumerable<Concern> accepted)
    {
        foreach (var alike in accepted.GroupBy(c => (c.Sender, c.Level)))
        {
            var posts = alike.Select(Posts).MaxBy(p => p.Split(' ').Length)!;
            Assert.Contains($"{alike.First().FrontDoor}/children-services-front-door", posts, StringComparison.Ordinal);
            Assert.All(alike, concern => Assert.True(posts == Posts(concern), $"{concern} went to [{Posts(concern)}] and not to [{posts}]"));
        }
    }

    /// <summary>No delivery id, and no post for one message, has two effects.</summary>
    public void NothingHasTwoEffects()
    {
        Assert.Equal(effects.Count, effects.Select(e => e.DeliveryId).Distinct().Count());
        Assert.All(byConcern, concern => Assert.Equal(concern.Count(), concern.Select(e => (e.Recipient, e.Role)).Distinct().Count()));
    }

    /// <summary>Each post got the ordinary concerns of each child in the sender's order.</summary>
    public void OrdinaryOnesAreInOrder()
    {
        var lines = byConcern.Where(c => !c.Key.Urgent).SelectMany(c => c.Select(effect => (Concern: c.Key, Effect: effect)))
            .GroupBy(x => (x.Concern.Sender, x.Concern.Child, x.Effect.Recipient, x.Effect.Role));
        foreach (var line in lines)
        {
            var arrived = line.OrderBy(x => x.Effect.Written).ThenBy(x => x.Concern.Number).Select(x => x.Concern.Number).ToList();
            Assert.True(arrived.SequenceEqual(arrived.Order()), $"{line.Key}: {string.Join(' ', arrived)}");
        }
    }

    private string Posts(Concern concern) => string.Join(' ', byConcern[concern].Select(e => $"{e.Recipient}/{e.Role}").Order(StringComparer.Ordinal));
}
