using InfoShare.Checker.History;
using static InfoShare.Checker.Rules.Role;

namespace InfoShare.Checker.Rules;

/// <summary>Who must get a message, and nobody else may. Written from docs/policy-guide.md, not from the program.</summary>
public static class Recipients
{
    /// <summary>The posts; none where nothing may be shared.</summary>
    public static IReadOnlySet<Post> Of(Message message) => message switch
    {
        { HasContent: false } => new HashSet<Post>(),
        { Kind: MessageKind.Move } => InArea(message, message.Area, FrontDoor, Nurse(message)).Concat(InArea(message, message.NewArea!, FrontDoor, Nurse(message))).ToHashSet(),
        _ => Concern(message).Where(post => post.Organisation != message.Source).ToHashSet(),
    };

    /// <summary>Whether this post gets it on an agreement and on no other ground.</summary>
    public static bool RestsOnAgreement(Post post, Message message) =>
        message is { Kind: not MessageKind.Move, HandlingC: false, AllegationAgainstStaff: false, Level: < 3 }
        && !SexualAbuse(message).Concat(DomesticAbuse(message)).Contains(post);

    /// <summary>"An allegation against staff is asked of the designated officer alone; handling code C of … the area's named officer."</summary>
    private static IEnumerable<Post> Concern(Message message) => message switch
    {
        { HandlingC: true } => InArea(message, message.Area, NamedOfficer),
        { AllegationAgainstStaff: true } => InArea(message, message.Area, DesignatedOfficer),
        _ => ByLevel(message).Concat(SexualAbuse(message)).Concat(DomesticAbuse(message)),
    };

    private static IEnumerable<Post> ByLevel(Message message) => message.Level switch
    {
        >= Message.SignificantHarm => InArea(message, message.Area, FrontDoor, Nurse(message), Police, NamedNurse, ConferenceChair).Concat(OwnSchool(message)),
        3 => InArea(message, message.Area, FrontDoor, Nurse(message)).Concat(OwnSchool(message)),
        _ when message.Agreed => InArea(message, message.Area, EarlyHelp, Nurse(message)).Concat(OwnSchool(message)),
        _ => [],
    };

    /// <summary>"A concern with signs of sexual abuse at any level."</summary>
    private static IEnumerable<Post> SexualAbuse(Message message) =>
        message.SexualAbuse ? InArea(message, message.Area, FrontDoor, Police, NamedDoctor) : [];

    /// <summary>"A concern from the police with domestic abuse reaches the child's own school, at any level."</summary>
    private static IEnumerable<Post> DomesticAbuse(Message message) =>
        message.DomesticAbuse && message.Source.StartsWith("police/", StringComparison.Ordinal) ? OwnSchool(message) : [];

    private static IEnumerable<Post> OwnSchool(Message message) => message.School is { } urn ? [new($"urn/{urn}", SchoolLead)] : [];

    /// <summary>"For school-nurse read health-visitor until the fifth birthday."</summary>
    private static string Nurse(Message message) => message.Child.Years < 5 ? HealthVisitor : SchoolNurse;

    private static IEnumerable<Post> InArea(Message message, string gss, params string[] roles)
    {
        var area = SampleArea.Of(gss);
        return roles.Select(role => new Post(role switch
        {
            SchoolNurse or HealthVisitor or NamedNurse or NamedDoctor => area.Trust,
            Police => area.Force,
            _ => area.Authority,
        }, role)).Where(post => post.Organisation != message.Source);
    }
}
