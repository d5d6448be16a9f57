using InfoShare.Cli.Commands;
using InfoShare.Cli.Desks;
using InfoShare.Console.Chronologies;
using InfoShare.Routing.Histories;

namespace InfoShare.Cli.Chronologies;

/// <summary>Runs <c>infoshare chronology</c>: exit code 0 when it was told.</summary>
public sealed class ChronologyRun(TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(ChronologyOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ChronologyAnswer? told = null;
        var code = await new DeskRun(output, error).RunAsync(
            options.Place, DeskEndpoints.Chronology, new ChronologyAsk(options.DeliveryId, options.Family, options.Why, options.By),
            problem => new ChronologyAnswer(problem), answer => (told = answer).Problem, ChronologyWords.Of, cancellationToken);
        if (code != 0 || told is not { Entries: not null })
            return code;
        try
        {
            if (options.Csv is { } csv)
                await WriteAsync(csv, ChronologyTable.Of(told), cancellationToken);
            if (options.Page is { } page)
                await WriteAsync(page, ChronologyPage.Of(told), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await Failure.SayAsync($"it cannot be written ({e.GetType().Name})", json: false, output, error);
        }

        return 0;
    }

    /// <summary>For its owner's eyes only: it holds what was released of a child.</summary>
    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(path, options);
        await using var writer = new StreamWriter(file);
        await writer.WriteAsync(text.AsMemory(), cancellationToken);
    }
}
