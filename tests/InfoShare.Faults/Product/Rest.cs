using System.Data.Common;
using System.Text.Json;
using InfoShare.Checker.Records;
using InfoShare.Checker.Rules;

namespace InfoShare.Faults.Product;

/// <summary>Tells when everything has come to rest: no file pending, no message waiting, no delivery under way, three looks in a row.</summary>
internal sealed class Rest(IProduct product) : IDisposable
{
    private const int Looks = 3;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>Waits for it; false when it did not come in time.</summary>
    public async Task<bool> WaitAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(limit);
        for (var quiet = 0; quiet < Looks;)
        {
            quiet = await MovingAsync(timeout.Token) is 0 ? quiet + 1 : 0;
            await Task.Delay(BetweenLooks, timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
            if (timeout.IsCancellationRequested)
                return false;
        }

        return true;
    }

    public void Dispose() => http.Dispose();

    /// <summary>What is under way; null while it cannot be told.</summary>
    public async Task<long?> MovingAsync(CancellationToken cancellationToken)
    {
        try
        {
            var moving = 0L;
            foreach (var address in SampleArea.Participants.Select(product.AddressOf).Distinct())
            {
                if (address is null)
                    return null;
                using var status = JsonDocument.Parse(await http.GetByteArrayAsync(new Uri(address, "status.json"), cancellationToken));
                moving += Adapters(status.RootElement).Sum(Moving);
            }

            await using var store = product.Store();
            await store.OpenAsync(cancellationToken);
            return moving + await StoreReader.UnderWayAsync(store, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or DbException or IOException or OperationCanceledException or TimeoutException)
        {
            return null;
        }
    }

    private static long Moving(JsonElement adapter) =>
        adapter.GetProperty("filesPending").GetInt64() + adapter.GetProperty("waiting").GetInt64()
        + adapter.GetProperty("inbox").EnumerateObject().Where(state => state.Name is "received" or "staged").Sum(state => state.Value.GetInt64());

    /// <summary>Wherever they are in the page.</summary>
    private static IEnumerable<JsonElement> Adapters(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("filesPending", out _) => [element],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Adapters(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Adapters),
        _ => [],
    };
}
