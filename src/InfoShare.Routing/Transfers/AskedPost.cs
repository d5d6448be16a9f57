using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Moves;
using InfoShare.Directory;

namespace InfoShare.Routing.Transfers;

/// <summary>Who is asked to take a child over. Pure.</summary>
internal static class AskedPost
{
    /// <summary>The post, or who stands in for it; null where the directory has none.</summary>
    public static Post? Of(TransferRequested transfer, SharingDirectory directory, DateOnly day)
    {
        var post = transfer switch
        {
            { ToOrganisation: { } organisation } => directory.PostAt(organisation, transfer.ToRole ?? RoleOf(transfer.Kind), day),
            { ToArea: { } area } => directory.FrontDoorOf(LocalAuthorities.AuthorityFor(area, day) ?? area, day),
            _ => null,
        };
        return post is null ? null : directory.Standing(post, day);
    }

    /// <summary>The field that names nobody, and what it should be; null where somebody is named.</summary>
    public static (string Field, string Problem)? Missing(TransferRequested transfer) => transfer switch
    {
        { ToOrganisation: null, Kind: TransferKind.School or TransferKind.Service } => ("data.toOrganisation", "is required of a transfer to a school or service"),
        { ToOrganisation: null, ToArea: null } => ("data.toArea", "is required, or data.toOrganisation"),
        { Kind: TransferKind.Service, ToRole: null } => ("data.toRole", "is required of a transfer to a service"),
        _ => null,
    };

    private static string RoleOf(TransferKind kind) => kind is TransferKind.School ? Roles.DesignatedSafeguardingLead : Roles.FrontDoor;
}
