namespace InfoShare.Policy.Explaining;

/// <summary>The reasons that no policy set gives, by permanent id.</summary>
public static class BuiltInReasons
{
    /// <summary>Each in plain words.</summary>
    public static IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["builtin-front-door"] = "a concern with a risk of significant harm always reaches a children's services front door",
        ["part-not-in-builtin-front-door"] = "the built-in rule gives the front door the identity, the incident and the contact, and nothing else",
        ["allegation-designated-officer-only"] = "an allegation against somebody who works with children reaches the designated officer alone",
        ["handling-condition-named-only"] = "the police have set conditions on who may have this",
        ["no-agreement-to-share"] = "with an agreement to share that covers this kind of agency it could go; there is none",
        ["no-ground-to-share"] = "no rule gives this recipient a ground to know of it",
        [SharingPolicy.PartNotAgreedTo] = "it goes on an agreement alone, and the agreement does not cover this part",
        ["part-not-needed-for-role"] = "no rule opens this part to this recipient",
        ["obligation-unknown"] = "a rule opens it with an obligation that nobody knows, and so nobody could keep",
        ["needs-identity"] = "the identity is kept back, and what is said of nobody helps nobody",
        ["restricted-address"] = "the address is restricted: knowing it could endanger the child",
        ["restricted-address-masked"] = "it tells a restricted address: the location is masked, and a person looks at the original",
        ["restricted-address-held"] = "it tells a restricted address: it waits until a person has looked",
    };

    /// <summary>Why no change of the facts releases what was withheld for this reason; null where one might.</summary>
    internal static string? NothingLifts(string id) => Lasting.GetValueOrDefault(id);

    private static readonly Dictionary<string, string> Lasting = new()
    {
        ["allegation-designated-officer-only"] = "nothing lifts this: no agreement, no level of need, no emergency",
        ["handling-condition-named-only"] = "nothing lifts this: only the police say who may have it",
        ["restricted-address"] = "nothing lifts this: it reaches only posts that the directory lets see restricted addresses",
        ["restricted-address-held"] = "nothing lifts this but a person who has looked at it",
        ["part-not-in-builtin-front-door"] = "nothing lifts this while the policy set does not let the front door know",
        ["obligation-unknown"] = "nothing lifts this while the policy set asks for an obligation that nobody knows",
    };
}
