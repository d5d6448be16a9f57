using System.Security.Claims;
using InfoShare.Contracts.Codes;

namespace InfoShare.Console.Security;

/// <summary>Who is signed in.</summary>
/// <param name="Token">What stands for their name in the audit.</param>
/// <param name="Participant">The participant that serves their organisation; null: they are of none.</param>
/// <param name="Organisation">The organisation whose messages alone they may see; null: everybody's, as far as their roles go.</param>
/// <param name="Post">The role there that they read for; null: none.</param>
/// <param name="Demo">The account was made for a demonstration.</param>
public sealed record Viewer(string Token, string Name, IReadOnlyList<Role> Roles, string? Participant, string? Organisation, string? Post, bool Demo, bool MustChange)
{
    /// <summary>The scheme of the cookie.</summary>
    public const string Scheme = "console";

    private const string TokenClaim = "token";
    private const string ParticipantClaim = "participant";
    private const string OrganisationClaim = "organisation";
    private const string PostClaim = "post";
    private const string DemoClaim = "demo";
    private const string MustChangeClaim = "must-change";
    private const string StampClaim = "stamp";

    /// <summary>Their organisation as messages name it.</summary>
    public string? Source => Organisation is null ? null : OrganisationSource.UriOf(Organisation);

    /// <summary>Whether any of their roles may.</summary>
    public bool May(string permission) => Roles.Any(role => role.May.Contains(permission));

    /// <summary>As the cookie keeps it. The stamp says of which state of the account it is.</summary>
    public ClaimsPrincipal ToPrincipal(string stamp) => new(new ClaimsIdentity(
    [
        new(TokenClaim, Token), new(ClaimTypes.Name, Name), new(StampClaim, stamp), .. Roles.Select(role => new Claim(ClaimTypes.Role, role.Word)),
        .. Participant is null ? [] : (Claim[])[new(ParticipantClaim, Participant)],
        .. Organisation is null ? [] : (Claim[])[new(OrganisationClaim, Organisation)],
        .. Post is null ? [] : (Claim[])[new(PostClaim, Post)],
        .. Demo ? (Claim[])[new(DemoClaim, "1")] : [],
        .. MustChange ? (Claim[])[new(MustChangeClaim, "1")] : [],
    ], Scheme));

    /// <summary>Null where nobody is signed in.</summary>
    public static Viewer? Of(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return principal.FindFirst(TokenClaim) is not { Value: var token } ? null : new(
            token, principal.Identity?.Name ?? "", [.. principal.FindAll(ClaimTypes.Role).Select(claim => Role.Named(claim.Value)).OfType<Role>()],
            principal.FindFirst(ParticipantClaim)?.Value, principal.FindFirst(OrganisationClaim)?.Value, principal.FindFirst(PostClaim)?.Value, principal.HasClaim(DemoClaim, "1"), principal.HasClaim(MustChangeClaim, "1"));
    }

    /// <summary>The state of the account when it signed in.</summary>
    public static string? StampOf(ClaimsPrincipal principal) => principal?.FindFirst(StampClaim)?.Value;
}
