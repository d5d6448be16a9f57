using System.Text;

namespace InfoShare.Bench.Policies;

/// <summary>Invented policies of the shape that sharing needs: 42 permits and 8 forbids for each partnership of agencies.</summary>
internal static class SharingPolicies
{
    public const int OfOnePartnership = 50;

    public static readonly string[] Roles =
    [
        "front-door", "allocated-team", "early-help", "designated-officer", "police-safeguarding",
        "named-nurse", "health-visitor", "school-nurse", "gp-lead", "designated-lead",
    ];

    public static readonly string[] Categories =
        ["identity", "address", "incident", "child-voice", "household", "medical", "education", "intelligence"];

    public static readonly string[] AgencyTypes = ["social-care", "health", "police", "education", "housing", "voluntary"];

    /// <summary>The policies of so many partnerships, in Cedar's notation.</summary>
    public static string Text(int partnerships)
    {
        var text = new StringBuilder();
        for (var partnership = 0; partnership < partnerships; partnership++)
            foreach (var policy in Of($"principal in Partnership::\"{partnership}\""))
                text.AppendLine(policy);
        return text.ToString();
    }

    private static IEnumerable<string> Of(string principal) =>
    [
        .. Roles.Select((role, i) => NeedToKnow(principal, role, i)),
        .. Categories.Select(category => ByAgreement(principal, category)),
        .. Categories.Select((category, i) => AtSignificantHarm(principal, category, i)),
        .. Roles.Select(role => BreakGlass(principal, role)),
        .. AgencyTypes.Select(type => MayKnow(principal, type)),
        .. Prohibitions(principal),
    ];

    private static string NeedToKnow(string principal, string role, int i)
    {
        var needed = string.Join(", ", Enumerable.Range(0, 4).Select(n => $"\"{Categories[(i + n) % Categories.Length]}\""));
        return $"permit ({principal}, action == Action::\"read\", resource is Part) when {{ principal.role == \"{role}\" && " +
            $"[{needed}].contains(resource.category) && resource.level >= {1 + (i % 3)} && principal.area == resource.area }};";
    }

    private static string ByAgreement(string principal, string category) =>
        $"permit ({principal}, action == Action::\"read\", resource is Part) when {{ resource.category == \"{category}\" && context.purpose == \"early-help\" && " +
        $"resource.child has agreement && resource.child.agreement.scope.contains(\"{category}\") && resource.child.agreement.until > context.at }};";

    private static string AtSignificantHarm(string principal, string category, int i) =>
        $"permit ({principal}, action in Action::\"disclose\", resource is Part) when {{ resource.category == \"{category}\" && resource.level >= 4 && " +
        $"[\"social-care\", \"police\", \"{AgencyTypes[i % AgencyTypes.Length]}\"].contains(principal.agency.type) }};";

    private static string BreakGlass(string principal, string role) =>
        $"permit ({principal}, action == Action::\"read\", resource is Part) when {{ principal.role == \"{role}\" && context has breakGlass && " +
        "context.breakGlass.until > context.at && context.breakGlass.reason like \"risk-*\" };";

    private static string MayKnow(string principal, string type) =>
        $"permit ({principal}, action == Action::\"know\", resource is Message) when {{ principal.agency.type == \"{type}\" && resource.level >= 2 && principal.area == resource.area }};";

    private static IEnumerable<string> Prohibitions(string principal) =>
    [
        $"forbid ({principal}, action == Action::\"read\", resource is Part) when {{ resource.category == \"address\" && resource.child.addressProtected }} unless {{ principal.seesProtectedAddress }};",
        $"forbid ({principal}, action, resource) when {{ resource has accused && principal in resource.accused }};",
        $"forbid ({principal}, action, resource is Part) when {{ resource has named }} unless {{ resource.named.contains(principal) }};",
        $"forbid ({principal}, action in Action::\"disclose\", resource is Part) when {{ resource.category == \"intelligence\" && principal.agency.type == \"voluntary\" }};",
        $"forbid ({principal}, action == Action::\"read\", resource is Part) when {{ resource.category == \"medical\" && resource.child has refusal && resource.level < 3 && !(context has breakGlass) }};",
        $"forbid ({principal}, action == Action::\"read\", resource is Part) when {{ principal.clearanceUntil < context.at }};",
        $"forbid ({principal}, action == Action::\"know\", resource is Message) when {{ principal.agency.type == \"housing\" && resource.level < 3 }};",
        $"forbid ({principal}, action == Action::\"read\", resource is Part) when {{ principal.role == \"early-help\" && context.purpose != \"early-help\" && resource.level < 4 }};",
    ];
}
