namespace InfoShare.EndToEnd.Tests.Running;

/// <summary>Waits for what the process does, not for a length of time.</summary>
internal static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static async Task TrueAsync(Func<bool> seen)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        while (!seen())
            await Task.Delay(20, limit.Token);
    }
}
