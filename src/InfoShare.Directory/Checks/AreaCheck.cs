namespace InfoShare.Directory;

/// <summary>Areas are authorities for children's services that exist as long as the entry does, and a team stays within its organisation's.</summary>
internal static class AreaCheck
{
    public static void Run(WrittenDirectory directory)
    {
        var areasOf = directory.Organisations.GroupBy(o => o.Entry.Id)
            .ToDictionary(same => same.Key, same => same.SelectMany(o => o.Entry.Areas).ToHashSet());
        foreach (var (organisation, fields) in directory.Organisations)
            Check(organisation.Areas, area => Problem(area, organisation.To), fields);
        foreach (var (team, fields) in directory.Teams)
            Check(team.Areas, area => Problem(area, team.To) ?? Outside(area, areasOf.GetValueOrDefault(team.Organisation)), fields);
    }

    private static void Check(IReadOnlyList<string> areas, Func<string, string?> problemWith, Fields fields)
    {
        for (var i = 0; i < areas.Count; i++)
            if (areas[i].Length > 0 && problemWith(areas[i]) is { } problem)
                fields.Refuse("areas", i, problem);
    }

    /// <summary>What is wrong with an area of an entry that ends on this day.</summary>
    public static string? Problem(string area, DateOnly? to) => LocalAuthorities.Named(area) switch
    {
        null => "there is no authority with this GSS code",
        { RunsChildrensServices: false } district => $"this is a district; write its authority for children's services, {LocalAuthorities.Current(district.Gss)}",
        { To: { } end } when to is null || to > end => $"this authority ended on {end:yyyy-MM-dd}; give the entry no later day in to, or write the authority that followed",
        _ => null,
    };

    private static string? Outside(string area, HashSet<string>? known) =>
        known is null || known.Contains(area) ? null : "the team's organisation does not cover this area";
}
