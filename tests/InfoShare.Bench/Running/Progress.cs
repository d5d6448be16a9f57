namespace InfoShare.Bench.Running;

/// <summary>What the bench is doing, on standard error.</summary>
internal static class Progress
{
    public static void Say(string? line)
    {
        if (line is not null)
            System.Console.Error.WriteLine(line);
    }
}
