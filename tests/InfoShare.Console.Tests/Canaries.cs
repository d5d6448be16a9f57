namespace InfoShare.Console.Tests;

/// <summary>Words of the invented children and their stories in samples/.</summary>
internal static class Canaries
{
    private static readonly string[] Words = ["Exampleton", "Trialname", "Testperson", "Mockford", "Testparent", "Samplechild", "Nominal", "Invented", "Imaginary", "CA99", "IP99"];

    /// <summary>Those in a page; as they are written, so that what a page says of itself is not taken for them.</summary>
    public static string[] In(string html) => [.. Words.Where(word => html.Contains(word, StringComparison.Ordinal))];
}
