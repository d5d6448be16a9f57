using FsCheck;
using FsCheck.Fluent;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Emergency;
using InfoShare.Tests.Routing;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Revocation;

/// <summary>No agreement and no emergency access outlives its period, its withdrawal or its end: at no send, and over no restart.</summary>
public sealed class NoGrantOutlivesTests
{
    private const string Care = "social-care-cumberland";
    private const int Cases = 60;

    private static readonly Gen<int> Child = Gen.Choose(1, 2);

    private static readonly Gen<Step> AnyStep = Gen.Frequency(
        (4, from child in Child
            from consent in Gen.Choose(1, 2)
            from after in Gen.Elements(0, 0, 0, 30)
            from length in Gen.Elements(0, 20, 60, 200)
            from counts in Gen.Elements(true, true, true, false)
            select (Step)new Step.Agrees(child, consent, after, length, counts)),
        (2, from child in Child from consent in Gen.Choose(1, 2) select (Step)new Step.TakesBack(child, consent)),
        (4, from child in Child select (Step)new Step.Raises(child)),
        (2, from child in Child from hours in Gen.Choose(1, 3) select (Step)new Step.BreaksGlass(child, hours)),
        (1, from child in Child select (Step)new Step.Stops(child)),
        (5, from reports in Gen.Elements(true, false) select (Step)new Step.Sends(reports)),
        (4, from minutes in Gen.Elements(1, 19, 20, 61, 130) select (Step)new Step.Passes(minutes)),
        (1, Gen.Constant((Step)new Step.KeepsHouse())),
        (1, Gen.Constant((Step)new Step.Restarts())));

    [Fact]
    public void Whatever_happens_in_whatever_order_nothing_leaves_without_one_that_stands()
    {
        var left = 0;
        var steps = Gen.ListOf(AnyStep).Resize(40).ToArbitrary();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases), Prop.ForAll(steps, all => left += RunAsync([.. all]).GetAwaiter().GetResult()));

        Assert.True(left > Cases / 2, $"only {left} left in {Cases} cases: that shows nothing");
    }

    /// <summary>How many deliveries left.</summary>
    private static async Task<int> RunAsync(IReadOnlyList<Step> steps)
    {
        await using var world = new World(await RoutingFixture.StartAsync());
        foreach (var step in steps)
            await world.TakeAsync(step);
        await world.TakeAsync(new Step.Sends(Reports: true));
        return world.Left;
    }

    private sealed class World(RoutingFixture routing) : IAsyncDisposable
    {
        private readonly GrantsModel model = new();
        private readonly Dictionary<int, (int Messages, int Ordinary)> sent = [];
        private readonly Dictionary<int, string> latest = [];
        private int emergencies;

        public int Left { get; private set; }

        private DateTimeOffset Now => routing.Clock.GetUtcNow();

        public Task TakeAsync(Step step) => step switch
        {
            Step.Agrees agrees => AgreeAsync(agrees),
            Step.TakesBack back => TakeBackAsync(back),
            Step.Raises raises => SendAsync(raises.Child, n => Concern(level: 2, id: $"concern-{raises.Child}-{n}", parts: PartsOf(raises.Child))),
            Step.BreaksGlass breaks => BreakGlassAsync(breaks),
            Step.Stops stops => StopAsync(stops.Child),
            Step.Sends sends => ReadAsync(sends.Reports),
            Step.KeepsHouse => routing.Service.KeepHouseAsync(),
            Step.Restarts => routing.RestartAsync(),
            Step.Passes passes => Pass(passes.Minutes),
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };

        public ValueTask DisposeAsync() => routing.DisposeAsync();

        private static MessageParts PartsOf(int child) => child == 1 ? Robin("P-1", nhs: "") : Maya("P-2");

        private Task AgreeAsync(Step.Agrees step)
        {
            model.Agree(step, Now);
            return SendAsync(step.Child, _ => Agreement(id: $"consent-{step.Consent}") with
            {
                GivenBy = step.Counts ? ConsentGivenBy.Parent : ConsentGivenBy.Child,
                ValidFrom = Now.AddMinutes(step.After),
                ValidTo = step.For == 0 ? null : Now.AddMinutes(step.After + step.For),
                Parts = new() { Identity = PartsOf(step.Child).Identity },
            });
        }

        private Task TakeBackAsync(Step.TakesBack step)
        {
            model.TakeBack(step, Now);
            return SendAsync(step.Child, _ => new ConsentWithdrawn
            {
                ConsentId = $"consent-{step.Consent}",
                WithdrawnAt = Now,
                WithdrawnBy = ConsentGivenBy.Parent,
                Parts = new() { Identity = PartsOf(step.Child).Identity },
            });
        }

        private async Task SendAsync<T>(int child, Func<int, T> data)
        {
            var (messages, ordinary) = sent.GetValueOrDefault(child);
            var message = From(data(messages + 1), messages + 1, key: $"key-{child}");
            if (message.Sequence is not null)
                message = message with { Sequence = ++ordinary };
            sent[child] = (messages + 1, ordinary);
            await routing.Service.HandleAsync(School, new("test", WireWriter.Write(message)), CancellationToken.None);
        }

        private async Task BreakGlassAsync(Step.BreaksGlass step)
        {
            if (routing.Deliveries.FirstOrDefault(d => d.Role == Roles.EarlyHelpCoordinator && d.About!.StartsWith($"concern-{step.Child}-", StringComparison.Ordinal)) is not { } delivery)
                return;
            var answer = await routing.BreakGlassAsync(delivery, $"r{++emergencies}", step.Hours);
            Assert.Null(answer.Problem);
            latest[step.Child] = answer.Id!;
            model.BreakGlass(step.Child, Now, step.Hours);
        }

        private async Task StopAsync(int child)
        {
            if (!latest.TryGetValue(child, out var id))
                return;
            await routing.Service.Desks.Emergencies.StopAsync(new EmergencyStop(id, "head of service"));
            model.Stop(child, Now);
        }

        /// <summary>All that leaves now must be allowed now.</summary>
        private async Task ReadAsync(bool reports)
        {
            var before = routing.DeliveredTo(Care).Count;
            routing.StartReading(Care);
            await routing.DrainAsync(reports);
            await routing.StopReadingAsync();
            foreach (var delivery in routing.DeliveredTo(Care).Skip(before).Where(d => d.Recipient.Role == Roles.EarlyHelpCoordinator && d.Parts.Present().Any()))
            {
                Left++;
                Assert.True(model.MayKnow(delivery.About![8] - '0', Now), $"{delivery.About} left without an agreement or emergency access");
            }
        }

        private Task Pass(int minutes)
        {
            routing.Clock.Advance(TimeSpan.FromMinutes(minutes));
            return Task.CompletedTask;
        }
    }
}
