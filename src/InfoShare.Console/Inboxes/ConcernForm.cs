namespace InfoShare.Console.Inboxes;

/// <summary>What somebody has filled in to raise a concern, as they wrote it. The names are those of the page's fields.</summary>
public sealed record ConcernForm
{
    public string? Reference { get; init; }
    public bool Danger { get; init; }
    public string? Given { get; init; }
    public string? Family { get; init; }
    public string? BornDay { get; init; }
    public string? BornMonth { get; init; }
    public string? BornYear { get; init; }
    public string? NhsNumber { get; init; }
    public string? Upn { get; init; }
    public string? Address { get; init; }
    public string? Postcode { get; init; }
    public bool Restricted { get; init; }
    public string? Facts { get; init; }
    public string? SeenDay { get; init; }
    public string? SeenMonth { get; init; }
    public string? SeenYear { get; init; }
    public string? Words { get; init; }
    public string? Level { get; init; }
    public bool Staff { get; init; }
    public string? Informed { get; init; }
    public string? Agreement { get; init; }
    public string? AgreementWhy { get; init; }
    public string? Asked { get; init; }
    public string? Reach { get; init; }

    /// <summary>Every field by its name, for a page that carries them on.</summary>
    public IEnumerable<(string Name, string Value)> Fields()
    {
        (string, string?)[] texts =
        [
            (nameof(Reference), Reference), (nameof(Danger), Ticked(Danger)), (nameof(Given), Given), (nameof(Family), Family),
            (nameof(BornDay), BornDay), (nameof(BornMonth), BornMonth), (nameof(BornYear), BornYear), (nameof(NhsNumber), NhsNumber), (nameof(Upn), Upn),
            (nameof(Address), Address), (nameof(Postcode), Postcode), (nameof(Restricted), Ticked(Restricted)), (nameof(Facts), Facts),
            (nameof(SeenDay), SeenDay), (nameof(SeenMonth), SeenMonth), (nameof(SeenYear), SeenYear), (nameof(Words), Words), (nameof(Level), Level),
            (nameof(Staff), Ticked(Staff)), (nameof(Informed), Informed), (nameof(Agreement), Agreement), (nameof(AgreementWhy), AgreementWhy),
            (nameof(Asked), Asked), (nameof(Reach), Reach),
        ];
        return texts.Where(field => !string.IsNullOrEmpty(field.Item2)).Select(field => (field.Item1, field.Item2!));
    }

    private static string? Ticked(bool tick) => tick ? "true" : null;
}
