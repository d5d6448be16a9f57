using InfoShare.Console.Words;
using InfoShare.Contracts.Codes;

namespace InfoShare.Console.Inboxes;

/// <summary>How fields and codes of messages are said to people.</summary>
internal static class TellingWords
{
    public static readonly IReadOnlyDictionary<PartName, string> Titles = new Dictionary<PartName, string>
    {
        [PartName.Identity] = "The child",
        [PartName.Address] = "Where the child lives and lived",
        [PartName.Incident] = "What happened or was seen",
        [PartName.ChildVoice] = "The child’s voice",
        [PartName.Household] = "Household",
        [PartName.Medical] = "Health",
        [PartName.Education] = "School",
        [PartName.Intelligence] = "Graded intelligence",
        [PartName.ThirdParty] = "Other people",
        [PartName.Contact] = "Who to call",
        [PartName.Plan] = "Plans",
        [PartName.History] = "What was known before",
    };

    /// <summary>Said without a label inside a line.</summary>
    public static readonly IReadOnlySet<string> Plain = new HashSet<string> { "lines", "postcode", "use", "name", "relationship", "type", "signal", "on", "item", "state" };

    /// <summary>Said only where it is so.</summary>
    public static readonly IReadOnlySet<string> OnlyIfSo = new HashSet<string> { "adultsUnknown", "restricted", "isOverdue", "unsafeNow" };

    /// <summary>Fields that hold a code.</summary>
    public static readonly IReadOnlySet<string> Codes = new HashSet<string>
    {
        "use", "sex", "status", "system", "change", "familyInformed", "type", "effect", "outcome", "transfer", "from", "stage", "by", "acknowledgement", "view",
        "refusedBecause", "declinedBecause", "conference", "owed", "clock", "moveType", "signal", "kind", "meetingType", "categories", "category", "role", "item", "state", "missing",
    };

    private static readonly Dictionary<string, string?> Labels = new()
    {
        ["facts"] = null,
        ["notes"] = null,
        ["text"] = null,
        ["words"] = "In the child’s words",
        ["names"] = "Name",
        ["identifiers"] = "Number",
        ["addresses"] = "Address",
        ["adults"] = "Adult",
        ["siblings"] = "Other child",
        ["people"] = "Person",
        ["plans"] = "Plan",
        ["concerns"] = "Earlier concern",
        ["observedAt"] = "Seen",
        ["observedOn"] = "Seen",
        ["recordedAt"] = "Written down",
        ["adultsUnknown"] = "It is not known which adults live there",
        ["gpPractice"] = "GP practice (ODS code)",
        ["schoolUrn"] = "School (URN)",
        ["areaCode"] = "Area code",
        ["reach"] = "Call",
        ["role"] = "Post",
        ["restricted"] = "Restricted: who knows this address could endanger the child",
        ["factors"] = "Factors (CIN census)",
        ["disabilities"] = "Disabilities (CIN census)",
        ["primaryNeed"] = "Primary need (CIN census)",
        ["referralSource"] = "Source of referral (CIN census)",
        ["earlierConcerns"] = "Earlier concerns that you may know of",
        ["toArea"] = "New area",
        ["fromArea"] = "Area left",
        ["effectiveDate"] = "First day in the new place",
        ["informed"] = "Information is given",
    };

    private static readonly Dictionary<string, string> Said = new()
    {
        ["NEG"] = "Neglect",
        ["PHY"] = "Physical abuse",
        ["SAB"] = "Sexual abuse",
        ["EMO"] = "Emotional abuse",
        ["MUL"] = "Several kinds of abuse",
        ["nhs-number"] = "NHS number",
        ["former-nhs-number"] = "Former NHS number",
        ["upn"] = "Unique pupil number",
        ["former-upn"] = "Former unique pupil number",
        ["la-child-id"] = "Number at the authority",
        ["local"] = "Number at the sender",
        ["nfa"] = "No further action",
        ["s17"] = "Child in need, section 17",
        ["s47"] = "Enquiries under section 47",
        ["social-care"] = "Children’s social care",
    };

    /// <summary>Null: what is there needs none.</summary>
    public static string? Label(string key) => Labels.TryGetValue(key, out var label) ? label : CaseWords.Label(key);

    /// <summary>A code in words.</summary>
    public static string Code(string code) => Said.GetValueOrDefault(code) ?? CaseWords.Label(code);

    /// <summary>A level of need; null: unknown.</summary>
    public static string Level(int? level) => ConcernWords.Levels.FirstOrDefault(one => one.Value == $"{level}") is { } known
        ? $"{known.Label}{(known.Hint is { } hint ? $", {hint.ToLowerInvariant()}" : "")}"
        : "Unknown: treat it as a risk of significant harm";
}
