using InfoShare.Cli.Commands;
using InfoShare.Cli.Files;

namespace InfoShare.Cli.Configuration;

/// <summary>The settings to run with: the file (or the sample), overridden by the command line, checked before anything starts.</summary>
public static class ConfigurationLoader
{
    private const int MostBytes = 256 * 1024;

    /// <summary>Null when something is wrong, and then <paramref name="error"/> says what.</summary>
    public static async Task<Settings?> LoadAsync(RunOptions options, TextWriter error, CancellationToken cancellationToken)
    {
        var name = options.Config ?? "the sample configuration";
        var text = SampleConfiguration.Text;
        if (options.Config is { } path)
        {
            var file = await TextFile.ReadAsync(path, MostBytes, cancellationToken);
            if (file.Text is null)
            {
                await error.WriteLineAsync(file.Problem);
                return null;
            }

            text = file.Text;
        }

        var reading = ConfigurationFile.Read(text);
        var settings = reading.Settings is { } read ? Override(read, options) : null;
        var problems = settings is null ? reading.Problems : FolderRules.Check(settings, Environment.CurrentDirectory);
        foreach (var problem in problems)
            await error.WriteLineAsync($"{name}: {problem}");
        return problems.Count == 0 ? settings : null;
    }

    private static Settings Override(Settings settings, RunOptions options) => settings with
    {
        Data = options.Data ?? settings.Data,
        Port = options.Port ?? settings.Port,
        // Whoever chooses a port because others run here gets no collision with these at the other.
        Console = settings.Console with { Port = options.ConsolePort ?? (options.Port is null ? settings.Console.Port : 0) },
        // They are kept together with the file that names them, and looked at by commands that run elsewhere.
        Policies = settings.Policies is { } folder && options.Config is { } file ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, folder) : settings.Policies,
        AsOf = options.AsOf,
        Transport = settings.Transport with { Name = options.Transport ?? settings.Transport.Name },
        Database = settings.Database with { Name = options.Database ?? settings.Database.Name },
    };
}
