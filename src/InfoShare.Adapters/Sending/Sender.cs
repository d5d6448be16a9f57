using InfoShare.Adapters.Running;
using InfoShare.Adapters.Spool;
using InfoShare.Broker;
using InfoShare.Vault;
using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters.Sending;

/// <summary>
/// Sends what has no receipt yet: of each key one ordinary message, the first; urgent ones at once. What is still
/// without a receipt after a while is sent again under the same id.
/// </summary>
internal sealed class Sender(SealedDatabase database, IParticipantLink link, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan FirstRepeat = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRepeat = TimeSpan.FromMinutes(10);

    private readonly Lane ordinary = new();
    private readonly Lane urgent = new();

    /// <summary>Whether the broker takes messages; when not, they wait in the spool.</summary>
    public bool Reaching => ordinary.Open && urgent.Open;

    /// <summary>
    /// After a start: what was sent before it may be lost with the process, and waits for nothing. An urgent message must
    /// not wait out the time of a receipt that cannot come; what routing has it answers with <c>duplicate</c>.
    /// </summary>
    public Task MakeDueAsync() => database.WriteAsync(write => { write.Execute("update outgoing set dueAt = 0 where state = 'waiting' and dueAt > 0"); });

    /// <summary>Sends everything that is due.</summary>
    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        while (await SendAsync(urgent, DueMessages.Urgent, isUrgent: true, cancellationToken)
            || await SendAsync(ordinary, DueMessages.Heads, isUrgent: false, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>How long the repeat waits after so many sends.</summary>
    public static TimeSpan RepeatAfter(long attempts) => Backoff.After(attempts, FirstRepeat, LongestRepeat);

    private async Task<bool> SendAsync(
        Lane lane, Func<ReadScope, DateTimeOffset, int, IReadOnlyList<OutgoingRow>> find, bool isUrgent, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var room = lane.Room(now);
        if (room == 0)
            return false;
        var due = database.Read(read => find(read, now, room)
            .Select(row => (Row: row, Message: OutgoingMessage.Build(row, read)))
            .ToList());
        if (due.Count == 0)
            return false;

        var outcomes = await Task.WhenAll(due.Select(d => PublishAsync(d.Message, isUrgent, cancellationToken)));
        lane.Note(outcomes, clock.GetUtcNow());
        var sent = due.Where((_, i) => outcomes[i] == PublishOutcome.Confirmed).Select(d => d.Row).ToList();
        await NoteSentAsync(sent, now);
        if (sent.Count < due.Count)
            log.LogWarning("the broker did not take {Count} messages ({Outcome}); accepting into the spool", due.Count - sent.Count, outcomes.First(o => o != PublishOutcome.Confirmed));
        return sent.Count > 0;
    }

    private async Task<PublishOutcome> PublishAsync(BrokerMessage? message, bool isUrgent, CancellationToken cancellationToken)
    {
        // An erased body can never be sent; there is nothing to publish.
        if (message is null)
            return PublishOutcome.Confirmed;
        try
        {
            return await link.PublishAsync(message, isUrgent, cancellationToken);
        }
#pragma warning disable CA1031 // A broker that cannot be reached is a reason to wait.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogWarning("publishing {Id} failed: {Error}", message.Id, e.GetType().Name);
            return PublishOutcome.Unknown;
        }
#pragma warning restore CA1031
    }

    private Task NoteSentAsync(List<OutgoingRow> sent, DateTimeOffset now) => sent.Count == 0
        ? Task.CompletedTask
        : database.WriteAsync(write =>
        {
            foreach (var row in sent)
                write.Execute(
                    "update outgoing set attempts = attempts + 1, dueAt = @dueAt where id = @Id and state = 'waiting'",
                    new { row.Id, dueAt = (now + RepeatAfter(row.Attempts + 1)).ToUnixTimeMilliseconds() });
        });
}
