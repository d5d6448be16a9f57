using System.Globalization;
using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Routing.Invented;
using InfoShare.Storage;

namespace InfoShare.Cli.Index;

/// <summary>Runs <c>infoshare index load N</c>: exit code 0 when all are in the store. One that holds anything is left as it is.</summary>
internal sealed class IndexLoadRun(TimeProvider time, TextWriter output, TextWriter error)
{
    private const int BetweenProgress = 100_000;

    public async Task<int> RunAsync(IndexLoadOptions options, CancellationToken cancellationToken)
    {
        if (await ConfigurationLoader.LoadAsync(new() { Data = options.Data }, error, cancellationToken) is not { } settings)
            return 1;
        var folder = StoreOpening.Folder(settings);
        if (System.IO.Directory.Exists(folder) && System.IO.Directory.EnumerateFileSystemEntries(folder).Any())
            return await Failure.SayAsync($"{settings.Data} is not empty: invented children do not go beside real ones", options.Json, output, error);

        var start = time.GetTimestamp();
        try
        {
            using var locks = DataFolderLocks.Take(settings, routing: true, []);
            await using var store = RoutingStore.Open(folder, StoreOpening.KeysFolder(settings));
            await InventedRecords.LoadAsync(store, options.Children, Say, cancellationToken);
        }
        catch (Exception e) when (e is CannotStartException or Vault.KeysMissingException or IOException or UnauthorizedAccessException)
        {
            return await Failure.SayAsync(e.Message, options.Json, output, error);
        }

        var (seconds, size) = (time.GetElapsedTime(start).TotalSeconds, new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / 1024.0 / 1024);
        await output.WriteLineAsync(options.Json
            ? JsonSerializer.Serialize(new { options.Children, Seconds = Math.Round(seconds, 1), StoreMiB = Math.Round(size) }, JsonSerializerOptions.Web)
            : string.Create(CultureInfo.InvariantCulture, $"{options.Children:N0} invented children in {settings.Data}, {size:N0} MiB, in {seconds:0} s"));
        return 0;
    }

    private void Say(int loaded)
    {
        if (loaded % BetweenProgress == 0)
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{loaded:N0} children loaded"));
    }
}
