namespace InfoShare.Console.Inboxes;

/// <summary>What the form to raise a concern says.</summary>
public static class ConcernWords
{
    /// <summary>For the level: the sender does not know.</summary>
    public const string UnknownLevel = "unknown";

    public const string Agreed = "agreed";
    public const string Refused = "refused";
    public const string NotAsked = "not-asked";

    /// <summary>Levels of need; the words are those of docs/policy-guide.md.</summary>
    public static IReadOnlyList<FieldChoice> Levels { get; } =
    [
        new(UnknownLevel, "I do not know", "It is treated as a risk of significant harm"),
        new("5", "Immediate protection"), new("4", "Significant harm", "Section 47"), new("3", "Child in need", "Section 17"),
        new("2", "Early help"), new("1", "Universal services"), new("0", "For information"),
    ];

    public static IReadOnlyList<FieldChoice> Informed { get; } = [new("yes", "Yes"), new("no", "No"), new("unsafe", "No: telling them would put somebody at risk")];

    public static IReadOnlyList<FieldChoice> Agreements { get; } = [new(Agreed, "Yes, and they agreed"), new(Refused, "Yes, and they did not agree"), new(NotAsked, "No")];

    /// <summary>What each field is called, on the page, in its problems and in the summary.</summary>
    public static IReadOnlyDictionary<string, string> Labels { get; } = new Dictionary<string, string>
    {
        [nameof(ConcernForm.Danger)] = "A child is in danger now",
        [nameof(ConcernForm.Given)] = "First names",
        [nameof(ConcernForm.Family)] = "Last name",
        ["Born"] = "Date of birth",
        [nameof(ConcernForm.NhsNumber)] = "NHS number",
        [nameof(ConcernForm.Upn)] = "Unique pupil number",
        [nameof(ConcernForm.Address)] = "Address",
        [nameof(ConcernForm.Postcode)] = "Postcode",
        [nameof(ConcernForm.Restricted)] = "Who knows the address could endanger the child",
        [nameof(ConcernForm.Facts)] = "What was seen or heard",
        ["Seen"] = "When was it seen or heard?",
        [nameof(ConcernForm.Words)] = "What the child said or showed",
        [nameof(ConcernForm.Level)] = "How much help does the child need?",
        [nameof(ConcernForm.Staff)] = "It is about somebody who works with children",
        [nameof(ConcernForm.Informed)] = "Does the family know that you are sending this?",
        [nameof(ConcernForm.Agreement)] = "Did you ask a parent or carer for agreement to share it?",
        [nameof(ConcernForm.AgreementWhy)] = "If not, why not?",
        [nameof(ConcernForm.Asked)] = "What do you ask the reader to do?",
        [nameof(ConcernForm.Reach)] = "Who to call back",
    };

    /// <summary>The field that a field of the message comes from; empty: none.</summary>
    /// <param name="path">As problems name it: <c>data.parts.identity.names[0].family</c>.</param>
    public static string FieldOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Paths.FirstOrDefault(known => path.Contains(known.Path, StringComparison.Ordinal)).Field ?? "";
    }

    private static readonly (string Path, string Field)[] Paths =
    [
        (".family", nameof(ConcernForm.Family)), (".given", nameof(ConcernForm.Given)), ("identity.names", nameof(ConcernForm.Given)),
        ("identity.dateOfBirth", nameof(ConcernForm.BornDay)), ("identity.identifiers", nameof(ConcernForm.NhsNumber)), (".postcode", nameof(ConcernForm.Postcode)),
        ("parts.address", nameof(ConcernForm.Address)), ("incident.observedOn", nameof(ConcernForm.SeenDay)), ("incident.actionRequested", nameof(ConcernForm.Asked)),
        ("parts.incident", nameof(ConcernForm.Facts)), ("parts.childVoice", nameof(ConcernForm.Words)), ("parts.contact", nameof(ConcernForm.Reach)),
        ("data.levelOfNeed", nameof(ConcernForm.Level)), ("data.reason", nameof(ConcernForm.AgreementWhy)),
    ];
}
