namespace InfoShare.Routing.Dispatch;

/// <summary>Wakes those who look for what is due to a participant. Who is woken while looking looks once more.</summary>
internal sealed class Wakes(IEnumerable<string> participants)
{
    private readonly Dictionary<string, SemaphoreSlim> each = participants.ToDictionary(participant => participant, _ => new SemaphoreSlim(0, 1));

    public IReadOnlyCollection<string> Participants => each.Keys;

    public void Wake(string participant)
    {
        if (!each.TryGetValue(participant, out var signal) || signal.CurrentCount > 0)
            return;
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else has just signalled; once is enough.
        }
    }

    /// <summary>True when woken, false when the time is over.</summary>
    public Task<bool> WaitAsync(string participant, TimeSpan most, CancellationToken stop) => each[participant].WaitAsync(most, stop);
}
