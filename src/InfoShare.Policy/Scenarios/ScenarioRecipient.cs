using InfoShare.Contracts.Codes;

namespace InfoShare.Policy.Scenarios;

/// <summary>Who would receive; <see cref="RecipientFacts"/> says what each means.</summary>
public sealed record ScenarioRecipient
{
    public string Role { get; init; } = "";

    public AgencyKind Kind { get; init; } = AgencyKind.SocialCare;

    public string Organisation { get; init; } = "la/E06000063";

    public Relationship Relationship { get; init; } = Relationship.Area;

    public IReadOnlyList<string> Grants { get; init; } = [];

    internal RecipientFacts Facts() => new(Organisation, Kind, Role, Grants, Relationship);
}
