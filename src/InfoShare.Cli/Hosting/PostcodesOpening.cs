using InfoShare.Cli.Configuration;
using InfoShare.Directory;

namespace InfoShare.Cli.Hosting;

/// <summary>The postcodes that were imported into the data folder.</summary>
internal static class PostcodesOpening
{
    /// <summary>Where they are.</summary>
    public static string FileIn(Settings settings) => Path.Combine(settings.Data, "places", "postcodes.bin");

    /// <summary>The sample where none were imported.</summary>
    /// <exception cref="CannotStartException">The file cannot be read, or is damaged: without it children's areas would be unknown, and nobody would notice.</exception>
    public static Postcodes Read(Settings settings)
    {
        var path = FileIn(settings);
        try
        {
            if (!File.Exists(path))
                return Postcodes.Sample;
            using var file = File.OpenRead(path);
            return PostcodesFile.Read(file);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{path}: {(e is InvalidDataException ? e.Message : "cannot be read")}; import the postcodes again, or remove the file to go without");
        }
    }
}
