namespace InfoShare.Directory;

/// <summary>The last day is not before the first.</summary>
internal static class DateCheck
{
    public static void Run(WrittenDirectory directory)
    {
        Check(directory.Participants);
        Check(directory.Organisations);
        Check(directory.Teams);
        Check(directory.Posts);
        Check(directory.SchoolYears);
        Check(directory.LocalClocks);
    }

    private static void Check<T>(IEnumerable<Written<T>> entries) where T : IEntry
    {
        foreach (var (entry, fields) in entries.Where(w => w.Entry.Span().IsReversed))
            fields.Refuse("to", "the last day is before the first day, from");
    }
}
