using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Police.Notifications;

/// <summary>The concern that a notice raises about one of its children.</summary>
internal static class NoticeConcern
{
    private const string Police = "6";
    private const string Missing = "10A";
    private const string ParentOrCarer = "3B";
    private const int HighestLevel = 5;
    private const int MostMarks = 100;

    /// <summary>Leaves room in the contract's 4,000 for the sentence below.</summary>
    private const int LongestAction = 3_900;
    private const string NoContact = "Do not contact the parents about this.";

    public static ConcernRaised Read(NoticeFields notice, NoticeFields child, IdentityPart identity, string key, List<Mark> marks)
    {
        var handling = notice.Block("handling");
        var adults = NoticePeople.Adults(notice);
        var concern = new ConcernRaised
        {
            ConcernId = key,
            LevelOfNeed = notice.Number("levelOfNeed", HighestLevel),
            ImmediateDanger = notice.Flag("immediateDanger") ?? false,
            AllegationAgainstStaff = notice.Flag("allegationAgainstStaff") ?? false,
            Handling = NoticeHandling.Read(handling),
            RespondBy = notice.Instant("deliverBefore"),
            Parts = new()
            {
                Identity = identity,
                Address = NoticeChild.Address(child, HomeArea(notice.Block("incident").Block("location"))),
                Incident = Incident(TypeOf(notice), notice, child),
                ChildVoice = NoticeVoice.Read(child),
                Household = NoticePeople.Household(notice, adults),
                Education = School(child.Block("school")),
                Intelligence = NoticeHandling.Intelligence(notice, handling),
                ThirdParty = NoticePeople.ThirdParty(adults),
                Contact = Contact(notice.Block("author")),
            },
        };
        return concern with { Marks = [.. marks.Distinct().Take(MostMarks)] };
    }

    private static string TypeOf(NoticeFields notice)
    {
        var type = notice.Code("notificationType", NoticeCodes.Types.Keys, "must be domestic-abuse, missing, found, custody or child-concern");
        if (type is null)
            notice.Mark("notificationType", "is required; counted as child-concern");
        return type ?? NoticeCodes.General;
    }

    private static IncidentPart Incident(string type, NoticeFields notice, NoticeFields child)
    {
        var incident = notice.Block("incident");
        var permitted = notice.Flag("contactWithParentsPermitted") ?? type is not NoticeCodes.DomesticAbuse;
        string?[] asked = [notice.Words("actionRequested", LongestAction), permitted ? null : NoContact];
        return new()
        {
            ObservedAt = incident.Instant("occurredAt") ?? notice.Block("missing").Instant("since") ?? notice.Block("custody").Instant("detainedAt"),
            RecordedAt = incident.Instant("reportedAt"),
            Categories = incident.Codes("categories", NoticeCodes.Abuse, "must be NEG, PHY, SAB, EMO or MUL"),
            Factors = Factors(type, incident.Codes("factors", NoticeCodes.Factors, "must be an assessment factor code of the CIN census")),
            ReferralSource = Police,
            Facts = NoticeFacts.Of(type, notice, child),
            Reference = incident.Text("incidentReference", NoticeLimits.Reference),
            ActionRequested = string.Join('\n', asked.OfType<string>()) is { Length: > 0 } all ? all : null,
            PriorConcernCount = incident.Number("previousIncidentCount", 10_000),
        };
    }

    /// <summary>The type of the notice as a factor, where the notice names none of the kind: routing goes by factors.</summary>
    private static IReadOnlyList<string> Factors(string type, IReadOnlyList<string> told) => type switch
    {
        NoticeCodes.DomesticAbuse when !told.Any(NoticeCodes.DomesticAbuseFactors.Contains) => [.. told, ParentOrCarer],
        "missing" or "found" when !told.Contains(Missing) => [.. told, Missing],
        _ => told,
    };

    /// <summary>Where it happened is where the child lives only when it happened at home.</summary>
    private static string? HomeArea(NoticeFields location) =>
        NoticeChild.Area(location, "laGss") is { } area && location.Text("type") is "home" ? area : null;

    private static EducationPart? School(NoticeFields school)
    {
        if (school.Text("urn") is { } urn && urn.Length == 6 && urn.All(char.IsAsciiDigit))
            return new() { SchoolUrn = urn };
        if (school.Exists)
            school.Mark("urn", "is required to find the school: six digits");
        return null;
    }

    private static ContactPart? Contact(NoticeFields author)
    {
        var part = new ContactPart
        {
            Role = author.Text("role", 100) ?? "police",
            Team = author.Text("unit"),
            Reach = author.Text("contact"),
        };
        return author.Exists ? part : null;
    }
}
