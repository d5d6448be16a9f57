using InfoShare.Console;
using InfoShare.Console.Alerts;
using InfoShare.Console.Flow;
using InfoShare.Storage;
using InfoShare.Storage.Alerts;

namespace InfoShare.Tests.Console.Alerts;

/// <summary>Pictures of who hears us, and facts, in which nothing is wrong but what a test says.</summary>
internal static class Pictures
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static readonly BrokerState Well = new("rabbitmq", null, [], [], [], []);

    public static readonly RecordFacts Nothing = new([], [], new Dictionary<string, long>(), new Dictionary<string, long>(), [], null, [], []);

    public static HearingPicture Of(DateTimeOffset at, BrokerState? broker = null, params string[] silent) => new(
        at, [.. silent.Select(id => new Hearing(id, 3, at.AddHours(-1), "concernRaised", null, true, null, 0, 0, 0, null, null, []))], [], broker ?? Well);

    public static StuckRow Stuck(string state, string participant, long count, bool urgent = false, TimeSpan ago = default) =>
        new() { State = state, Participant = participant, Count = count, Urgent = urgent ? 1 : 0, Oldest = (Noon - ago).ToMicroseconds() };
}
