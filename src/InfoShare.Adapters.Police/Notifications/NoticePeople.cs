using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Police.Notifications;

/// <summary>The adults of a notice, and what assesses the risk from them. Kept out of the incident, which schools may read.</summary>
internal static class NoticePeople
{
    private const int Most = 30;
    private const int LongestRole = 50;
    private const int LongestRelationship = 100;

    private static readonly string[] Thrive = ["threat", "harm", "risk", "investigation", "vulnerability", "engagement"];

    /// <summary>Those who live with the child, unless the notice says that they do not, and the risk assessments.</summary>
    public static HouseholdPart? Household(NoticeFields notice, IReadOnlyList<Adult> adults)
    {
        var notes = Risk(notice.Block("incident")).Concat(adults.Select(a => a.SafeContact)).OfType<string>().ToList();
        var part = new HouseholdPart
        {
            AdultsUnknown = notice.Flag("householdAdultsUnknown") ?? false,
            Adults = [.. adults.Where(a => a.LivesWithChild).Select(a => a.Person)],
            Notes = notes is [] ? null : string.Join('\n', notes),
        };
        return part is { AdultsUnknown: false, Adults.Count: 0, Notes: null } ? null : part;
    }

    /// <summary>Witnesses, reporters, neighbours, and others who do not live with the child.</summary>
    public static ThirdPartyPart? ThirdParty(IReadOnlyList<Adult> adults)
    {
        var people = adults.Where(a => !a.LivesWithChild).Select(a => a.Person).ToList();
        return people is [] ? null : new() { People = people };
    }

    /// <summary>Everybody in <c>adults</c>.</summary>
    public static IReadOnlyList<Adult> Adults(NoticeFields notice)
    {
        var adults = notice.Each("adults").ToList();
        if (adults.Count > Most)
            notice.Mark("adults", $"must not have more than {Most} items; the first were used");
        return [.. adults.Take(Most).Select(Read)];
    }

    private static Adult Read(NoticeFields adult)
    {
        var role = adult.Text("role", LongestRole);
        var contact = adult.Block("safeContact");
        var safe = string.Join(", ", new[] { contact.Text("method"), contact.Text("detail") }.OfType<string>());
        return new(
            new()
            {
                Name = NoticeChild.Name(adult.Block("name")),
                DateOfBirth = adult.Day("dateOfBirth"),
                Relationship = adult.Text("relationshipToChild", LongestRelationship) ?? "unknown",
                Role = role,
            },
            adult.Flag("livesWithChild") ?? !(role is not null && NoticeCodes.ThirdPartyRoles.Contains(role)),
            safe.Length == 0 ? null : $"Safe contact of the {role ?? "adult"}: {safe}.");
    }

    private static IEnumerable<string?> Risk(NoticeFields incident)
    {
        var assessment = incident.Block("riskAssessment");
        var said = new[]
        {
            assessment.Text("tool"),
            assessment.Number("ticks", 100) is { } ticks ? $"{ticks} ticks" : null,
            assessment.Text("grade"),
            assessment.Flag("marac") switch { true => "referred to MARAC", false => "not referred to MARAC", null => null },
        }.OfType<string>().ToList();
        yield return said is [] ? null : $"Risk assessment: {string.Join(", ", said)}.";

        var thrive = incident.Block("thrive");
        var answers = Thrive.Select(name => thrive.Text(name) is { } answer ? $"{name}: {answer}" : null).OfType<string>().ToList();
        yield return answers is [] ? null : $"THRIVE: {string.Join("; ", answers)}.";
    }
}

/// <summary>An adult of a notice.</summary>
/// <param name="Person">As the contract has it.</param>
/// <param name="LivesWithChild">Whether the adult belongs to the household.</param>
/// <param name="SafeContact">How the adult can be reached safely; null when not told.</param>
internal sealed record Adult(Person Person, bool LivesWithChild, string? SafeContact);
