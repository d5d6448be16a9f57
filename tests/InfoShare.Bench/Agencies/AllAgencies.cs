using InfoShare.Bench.Load;
using InfoShare.Bench.Running;

namespace InfoShare.Bench.Agencies;

/// <summary>Stubs of all participants of the sample directory.</summary>
internal sealed class AllAgencies : IAsyncDisposable
{
    private static readonly string[] Senders = ["education-suffolk", "education-cumberland"];
    private static readonly string[] Recipients =
        ["health-suffolk", "health-cumberland", "police-suffolk", "police-cumberland", "social-care-suffolk", "social-care-cumberland"];

    private readonly Dictionary<string, StubAgency> stubs = [];

    /// <summary>Deliveries answered so far.</summary>
    public long Answered => stubs.Values.Sum(s => s.Answered);

    public StubAgency this[string participant] => stubs[participant];

    /// <param name="broker">Where the broker is.</param>
    /// <param name="away">Whether those who only receive do not read yet.</param>
    /// <param name="arrived">Told of each delivery.</param>
    public static async Task<AllAgencies> ConnectAsync(BrokerAccess broker, bool away = false, Action<ArrivedDelivery>? arrived = null)
    {
        var all = new AllAgencies();
        foreach (var participant in Senders.Concat(Recipients))
            all.stubs[participant] = await StubAgency.ConnectAsync(broker, participant, arrived);
        foreach (var participant in away ? Senders : Senders.Concat(Recipients))
            await all.stubs[participant].ReadAsync();
        return all;
    }

    /// <summary>Those who were away come back.</summary>
    public Task ComeBackAsync() => Task.WhenAll(Recipients.Select(r => stubs[r].ReadAsync()));

    /// <summary>Sends every concern, each child's in order, with at most so many without a receipt.</summary>
    public async Task SendAsync(IEnumerable<Concern> concerns, int inFlight)
    {
        using var room = new SemaphoreSlim(inFlight);
        var lastOf = new Dictionary<string, Task>();
        foreach (var concern in concerns)
        {
            await room.WaitAsync();
            lastOf[concern.Key] = SendAfterAsync(lastOf.GetValueOrDefault(concern.Key), concern, room);
        }

        await Task.WhenAll(lastOf.Values);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var stub in stubs.Values)
            await stub.DisposeAsync();
    }

    private async Task SendAfterAsync(Task? earlier, Concern concern, SemaphoreSlim room)
    {
        try
        {
            if (earlier is not null)
                await earlier;
            await stubs[concern.From.Participant].SendAsync(concern.Id, Concerns.Sent(concern), concern.IsUrgent);
        }
        finally
        {
            room.Release();
        }
    }
}
