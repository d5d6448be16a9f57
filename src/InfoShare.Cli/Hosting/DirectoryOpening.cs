using InfoShare.Cli.Configuration;
using InfoShare.Clocks;
using InfoShare.Directory;

namespace InfoShare.Cli.Hosting;

/// <summary>Reads the directory that the settings name.</summary>
internal static class DirectoryOpening
{
    /// <exception cref="CannotStartException">It cannot be read, is not good, or the settings name a participant that it lacks.</exception>
    public static SharingDirectory Read(Settings settings)
    {
        var name = settings.Directory ?? "the sample directory";
        var reading = DirectoryFile.Read(settings.Directory is { } path ? TextOf(path) : SampleDirectory.Yaml);
        var directory = reading.Directory ?? throw new CannotStartException($"{name}: {string.Join(Environment.NewLine, DirectoryReport.Lines(reading))}");
        foreach (var id in settings.Participants.Keys)
            Named(directory, id, "participants." + id, name);
        return directory;
    }

    /// <summary>The participants whose adapters these parts are: those that are named, or all whose time is not over.</summary>
    /// <exception cref="CannotStartException">One of them is not in the directory.</exception>
    public static IReadOnlyList<Participant> ParticipantsOf(SharingDirectory directory, Parts parts, Settings settings, TimeProvider clock) => parts.Participants is { } ids
        ? [.. ids.Select(id => Named(directory, id, id, settings.Directory ?? "the sample directory"))]
        : Ongoing(directory, clock);

    /// <summary>Those who have a connection, or will have one.</summary>
    public static IReadOnlyList<Participant> Ongoing(SharingDirectory directory, TimeProvider clock) => directory.ParticipantsFrom(London.DayOf(clock.GetUtcNow()));

    private static Participant Named(SharingDirectory directory, string id, string what, string directoryName) =>
        directory.ParticipantNamed(id) ?? throw new CannotStartException(
            $"{what}: is not in {directoryName}; its participants are {string.Join(", ", directory.Participants.Select(p => p.Id))}");

    private static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"directory: {path} cannot be read");
        }
    }
}
