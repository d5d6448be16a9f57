namespace InfoShare.Directory;

/// <summary>An entry as the file has it, with the fields it was read from, so that a check can point at them.</summary>
internal sealed record Written<T>(T Entry, Fields Fields) where T : IEntry;

/// <summary>All entries of a file, in its order.</summary>
internal sealed record WrittenDirectory(
    IReadOnlyList<Written<Participant>> Participants,
    IReadOnlyList<Written<Organisation>> Organisations,
    IReadOnlyList<Written<Team>> Teams,
    IReadOnlyList<Written<Post>> Posts,
    IReadOnlyList<Written<SchoolYearEntry>> SchoolYears,
    IReadOnlyList<Written<LocalClock>> LocalClocks)
{
    public SharingDirectory ToDirectory() =>
        new(Entries(Participants), Entries(Organisations), Entries(Teams), Entries(Posts), Entries(SchoolYears), Entries(LocalClocks));

    private static T[] Entries<T>(IEnumerable<Written<T>> written) where T : IEntry => [.. written.Select(w => w.Entry)];
}
