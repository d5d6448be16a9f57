namespace InfoShare.Adapters.Education.Concerns;

/// <summary>The fields of the form by the names under which they are sent. Problems name them, so that the page can show each beside its field.</summary>
internal static class FormFields
{
    public const string Reference = "reference";
    public const string School = "school";
    public const string Family = "family";
    public const string Given = "given";
    public const string Born = "born";
    public const string Upn = "upn";
    public const string Address = "address";
    public const string Postcode = "postcode";
    public const string Restricted = "restricted";
    public const string Level = "level";
    public const string Danger = "danger";
    public const string Staff = "staff";
    public const string Seen = "seen";
    public const string Categories = "categories";
    public const string Facts = "facts";
    public const string Words = "words";
    public const string Informed = "informed";
    public const string InformedWhy = "informedWhy";
    public const string Asked = "asked";
    public const string Reach = "reach";

    /// <summary>For <see cref="Level"/>: the sender does not know.</summary>
    public const string UnknownLevel = "unknown";
}
