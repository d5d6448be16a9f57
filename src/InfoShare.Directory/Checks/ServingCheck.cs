using InfoShare.Contracts.Codes;

namespace InfoShare.Directory;

/// <summary>A participant serves organisations of its own kind, no organisation has two ways to it, and an unknown area has a front door.</summary>
internal static class ServingCheck
{
    public static void Run(WrittenDirectory directory)
    {
        var organisations = directory.Organisations.ToLookup(o => o.Entry.Id, o => o.Entry);
        foreach (var (participant, fields) in directory.Participants)
        {
            Kinds(participant, organisations, fields);
            FrontDoor(participant, organisations, fields);
        }

        Once(directory.Participants);
    }

    private static void Kinds(Participant participant, ILookup<string, Organisation> organisations, Fields fields)
    {
        for (var i = 0; i < participant.Organisations.Count; i++)
            if (participant.Kind != default && organisations[participant.Organisations[i]].Any(o => o.Kind != default && o.Kind != participant.Kind))
                fields.Refuse("organisations", i, "this organisation is of another kind of agency than the participant");
    }

    private static void FrontDoor(Participant participant, ILookup<string, Organisation> organisations, Fields fields)
    {
        var versions = organisations[participant.DefaultFrontDoor].ToList();
        if (versions.Count == 0)
            return;
        if (versions.Exists(o => o.Kind != AgencyKind.SocialCare && o.Kind != default))
            fields.Refuse("defaultFrontDoor", "must be a local authority, such as la/E06000063");
        else if (participant.Span().FirstGap(versions.Select(v => v.Span())) is { } day)
            fields.Refuse("defaultFrontDoor", $"this authority is not in effect {Day.Text(day)}, when the participant is");
    }

    private static void Once(IEnumerable<Written<Participant>> participants)
    {
        var served = participants.SelectMany(p => p.Entry.Organisations.Select((id, index) => new Served(p, id, index))).Where(s => s.Id.Length > 0);
        foreach (var same in served.GroupBy(s => s.Id))
            foreach (var (later, earlier) in Overlaps.In(same, s => s.By.Entry.Span()))
                later.By.Fields.Refuse("organisations", later.Index, later.By == earlier.By
                    ? "this organisation is in the list twice"
                    : $"the participant on line {earlier.By.Fields.Line} serves this organisation on some of the same days");
    }

    private sealed record Served(Written<Participant> By, string Id, int Index);
}
