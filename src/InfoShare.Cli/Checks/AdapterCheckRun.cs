using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Files;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
using InfoShare.Directory;

namespace InfoShare.Cli.Checks;

/// <summary>Runs <c>infoshare adapter check FORMAT FILE</c>. Exit code 0 when the file can be read, whatever its records, 1 otherwise.</summary>
internal sealed class AdapterCheckRun(TimeProvider clock, TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(AdapterCheckOptions options, CancellationToken cancellationToken)
    {
        if (await ConfigurationLoader.LoadAsync(new() { Config = options.Config, AsOf = options.AsOf }, error, cancellationToken) is not { } settings)
            return 1;
        try
        {
            var readers = ReadersOf(options, DirectoryOpening.Read(settings), settings, clock);
            var file = await NamedFile.ReadAsync(options.File, readers.Max(reader => settings.For(reader.Id).FileBytes), cancellationToken);
            if (file.Content is not { } content)
                return await Failure.SayAsync(file.Problem!, options.Json, output, error);

            var check = new FileCheck(settings, clock.GetLocalNow());
            var found = check.ByWhoCanUseMost(readers, options.Format, Path.GetFileName(options.File), content);
            if (options.Json)
                await output.WriteLineAsync(JsonSerializer.Serialize(found, WireJson.Options));
            else
                foreach (var line in CheckWords.Of(found))
                    await output.WriteLineAsync(line);
            return found.Readable ? 0 : 1;
        }
        catch (CannotStartException e)
        {
            return await Failure.SayAsync(e.Message, options.Json, output, error);
        }
    }

    private static List<Participant> ReadersOf(AdapterCheckOptions options, SharingDirectory directory, Settings settings, TimeProvider clock)
    {
        var asked = DirectoryOpening.ParticipantsOf(directory, options.Participant is { } id ? Parts.Adapters([id]) : Parts.All, settings, clock);
        var readers = asked.Where(participant => AgencyFormats.Reading(participant.Kind, options.Format) is not null).ToList();
        if (readers.Count > 0)
            return readers;
        throw new CannotStartException(options.Participant is null
            ? $"no participant in the directory reads {options.Format}"
            : $"{options.Participant} does not read {options.Format}; it reads {string.Join(", ", AgencyFormats.Of(asked[0].Kind).Translators.Select(t => t.Format))}");
    }
}
