using InfoShare.Storage;
using InfoShare.Storage.Flow;
using InfoShare.Storage.Probes;
using InfoShare.Vault;

namespace InfoShare.Console.Flow;

/// <summary>Reads out of the records who is not hearing us, beside the pages and not for each.</summary>
internal static class HearingReading
{
    /// <summary>What is waited for longer than this is told as silence. Source: operating guide; an ordinary delivery is told to its sender as late after a day.</summary>
    public static readonly TimeSpan SilentAfter = TimeSpan.FromMinutes(15);

    public static HearingPicture Read(ConsoleContext console, ReadScope scope, BrokerState broker, DateTimeOffset now)
    {
        var (day, month) = ((now - TimeSpan.FromDays(1)).ToMicroseconds(), (now - FlowReading.Month).ToMicroseconds());
        var critical = new Dictionary<(string Participant, string Type), List<long>>();
        foreach (var row in scope.HandedOverSince(day))
            Of(critical, (row.Participant, row.Type)).Add(row.Took);

        var (waiting, heard) = (scope.Waiting(), scope.Heard(month).ToDictionary(row => row.Participant, row => Instants.FromMicroseconds(row.At)));
        var answered = scope.Answered(month, now.ToMicroseconds()).ToLookup(row => console.Directory.ParticipantServing(row.Organisation, console.Today)?.Id);
        var ongoing = console.Directory.ParticipantsFrom(console.Today).Select(one => one.Id).ToHashSet();
        var probes = scope.Probes().ToDictionary(row => row.Participant);
        return new(now, [.. console.Directory.Participants.Select(one => one.Id).Select(id => HearingOf(
            id, [.. waiting.Where(row => row.Participant == id)], heard.TryGetValue(id, out var at) ? at : null,
            critical.Where(one => one.Key.Participant == id).ToDictionary(one => one.Key.Type, one => one.Value), [.. answered[id]], broker, now) with { Probe = probes.GetValueOrDefault(id) })
            .Select(one => one with { NoQueue = one.CameBack > 0 || (ongoing.Contains(one.Participant) && LacksQueue(broker, one.Participant)) })],
            scope.Attention(), broker);
    }

    private static bool LacksQueue(BrokerState broker, string participant) => broker is { Problem: null, Queues.Count: > 0 } && broker.Queues.All(queue => queue.Of != participant);

    private static Hearing HearingOf(
        string participant, IReadOnlyList<WaitingRow> waiting, DateTimeOffset? last, Dictionary<string, List<long>> critical, IReadOnlyList<AnsweredRow> answered, BrokerState broker, DateTimeOffset now)
    {
        var oldest = waiting.MinBy(row => row.Oldest);
        DateTimeOffset? since = oldest is null ? null : Instants.FromMicroseconds(oldest.Oldest);
        return new(
            participant, waiting.Sum(row => row.Count), since, oldest?.Type, last, now - since > SilentAfter,
            Percentiles.From([.. critical.SelectMany(one => one.Value)]), answered.Sum(row => row.Owed), answered.Sum(row => row.InTime), answered.Sum(row => row.Late),
            broker.Adapters.FirstOrDefault(adapter => adapter.Participant == participant), broker.Queues.FirstOrDefault(queue => queue.Of == participant),
            [.. waiting.Select(row => row.Type).Union(critical.Keys).Order(StringComparer.Ordinal).Select(type => TypeOf(type, waiting.FirstOrDefault(row => row.Type == type), critical.GetValueOrDefault(type)))])
        {
            CameBack = waiting.Sum(row => row.CameBack),
        };
    }

    private static TypeHearing TypeOf(string type, WaitingRow? waiting, List<long>? critical) =>
        new(type, waiting?.Count ?? 0, waiting is null ? null : Instants.FromMicroseconds(waiting.Oldest), critical is null ? null : Percentiles.From(critical));

    private static List<long> Of(Dictionary<(string, string), List<long>> lists, (string, string) key) =>
        lists.TryGetValue(key, out var list) ? list : lists[key] = [];
}
