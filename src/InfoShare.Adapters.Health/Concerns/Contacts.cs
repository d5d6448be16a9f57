using InfoShare.Adapters.Health.Children;
using InfoShare.Adapters.Health.Fhir;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Health.Concerns;

/// <summary>Reads who to call: the post and the organisation behind a sign, never a person's name.</summary>
internal static class Contacts
{
    private const string Unstated = "safeguarding contact";

    /// <summary>From the author of the sign, else from the sender of the message; null when neither says how to reach anybody.</summary>
    public static ContactPart? Read(Sign sign, FhirBundle bundle, Marks marks) =>
        One(sign.Author, sign.Resource, bundle, marks) ?? OfSender(bundle, marks);

    /// <summary>From the sender of the message alone.</summary>
    public static ContactPart? OfSender(FhirBundle bundle, Marks marks) => One(bundle.Header.At("sender"), bundle.Header, bundle, marks);

    private static ContactPart? One(FhirNode? reference, FhirNode within, FhirBundle bundle, Marks marks)
    {
        if (bundle.Resolve(reference, within) is not { ResourceType: "PractitionerRole" or "Organization" } author)
            return null;
        var organisation = Organisations.Find(reference, within, bundle);
        var post = author.ResourceType == "PractitionerRole" ? marks.Fitting(author.Words("code"), 100, author.Field("code")) : null;
        var team = marks.Fitting(organisation?.Text("name"), 200, organisation?.Field("name") ?? "");
        var reach = Reach(author, marks) ?? Reach(organisation, marks) ?? Reach(bundle.Header.At("source"), marks, "contact");
        return post is null && team is null && reach is null ? null : new() { Role = post ?? Unstated, Team = team, Reach = reach };
    }

    private static string? Reach(FhirNode? node, Marks marks, string name = "telecom") =>
        node?.Each(name).Where(t => t.Text("system") is "phone" or "email")
            .Select(t => marks.Fitting(t.Text("value"), 200, t.Field("value")))
            .FirstOrDefault(v => v is not null);
}
