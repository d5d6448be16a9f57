using InfoShare.Contracts.Codes;

namespace InfoShare.Directory;

/// <summary>What <c>infoshare directory check</c> prints.</summary>
public static class DirectoryReport
{
    /// <summary>One line per problem and their number; or for a good file, one line that says what is in it.</summary>
    public static IReadOnlyList<string> Lines(DirectoryReading reading) => reading.Directory is { } directory
        ? [Summary(directory)]
        : [.. reading.Problems.Select(p => p.ToString()), Total(reading.Problems.Count)];

    private static string Summary(SharingDirectory directory)
    {
        var areas = directory.Organisations.Where(o => o.Kind == AgencyKind.SocialCare).SelectMany(o => o.Areas).Distinct().Count();
        return string.Join(", ",
            Count(areas, "area"), Count(directory.Participants.Count, "participant"), Count(directory.Organisations.Count, "organisation"),
            Count(directory.Teams.Count, "team"), Count(directory.Posts.Count, "post"),
            Count(directory.SchoolYears.Count, "school year"), Count(directory.LocalClocks.Count, "local clock"), $"version {directory.Version}");
    }

    private static string Total(int problems) =>
        problems < ProblemList.Most ? Count(problems, "problem") : $"{problems} problems or more; the rest is not shown";

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
