namespace InfoShare.Cli.Configuration;

/// <summary>The documented sample, which holds where no file is given.</summary>
public static class SampleConfiguration
{
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(SampleConfiguration).Assembly.GetManifestResourceStream("infoshare.yaml")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
