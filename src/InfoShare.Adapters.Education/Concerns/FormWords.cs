namespace InfoShare.Adapters.Education.Concerns;

/// <summary>What the page says to people.</summary>
internal static class FormWords
{
    /// <summary>Levels of need; the words are those of docs/policy-guide.md.</summary>
    public static IReadOnlyList<(string Value, string Label)> Levels { get; } =
    [
        ("5", "5: immediate protection"),
        ("4", "4: significant harm (section 47)"),
        ("3", "3: child in need (section 17)"),
        ("2", "2: early help"),
        ("1", "1: universal services"),
        ("0", "0: information"),
        (FormFields.UnknownLevel, "I do not know: treated as a risk of significant harm"),
    ];

    public static IReadOnlyList<(string Value, string Label)> Categories { get; } =
        [("NEG", "Neglect"), ("PHY", "Physical abuse"), ("SAB", "Sexual abuse"), ("EMO", "Emotional abuse")];

    public static IReadOnlyList<(string Value, string Label)> Informed { get; } =
        [("yes", "Yes"), ("no", "No"), ("unsafe", "No: it would put somebody at risk")];

    /// <summary>What each field is called, in the page and in its list of problems.</summary>
    public static IReadOnlyDictionary<string, string> Labels { get; } = new Dictionary<string, string>
    {
        [FormFields.Reference] = "The reference of this page",
        [FormFields.School] = "School",
        [FormFields.Family] = "Family name",
        [FormFields.Given] = "Given name",
        [FormFields.Born] = "Date of birth",
        [FormFields.Upn] = "Unique pupil number",
        [FormFields.Address] = "Address",
        [FormFields.Postcode] = "Postcode",
        [FormFields.Restricted] = "Knowing the address could endanger the child",
        [FormFields.Level] = "Level of need",
        [FormFields.Danger] = "A child is in danger now",
        [FormFields.Staff] = "It is an allegation against somebody who works with children",
        [FormFields.Seen] = "Date it was seen",
        [FormFields.Categories] = "Kinds of abuse",
        [FormFields.Facts] = "What was seen or heard",
        [FormFields.Words] = "What the child said or showed",
        [FormFields.Informed] = "Does the family know of this message?",
        [FormFields.InformedWhy] = "Why, or why not",
        [FormFields.Asked] = "What you ask for",
        [FormFields.Reach] = "Telephone or e-mail of your post",
    };
}
