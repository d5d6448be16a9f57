namespace InfoShare.Cli.Status;

/// <summary>Runs <c>infoshare health</c>.</summary>
internal sealed class HealthRun(TextWriter output, TextWriter error)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public async Task<int> RunAsync(int port, CancellationToken stop)
    {
        using var http = new HttpClient { Timeout = Limit };
        try
        {
            using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"), stop);
            await output.WriteLineAsync(await answer.Content.ReadAsStringAsync(stop));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            await error.WriteLineAsync($"nothing answers on port {port} of 127.0.0.1");
            return 1;
        }
    }
}
