using InfoShare.Contracts.Notices;
using InfoShare.Directory;

namespace InfoShare.Routing.Facts;

/// <summary>The posts that a notice names as those it is for, as <c>scheme/code#role</c>. Pure.</summary>
internal static class NamedPosts
{
    /// <summary>None for a notice that goes by area and role.</summary>
    public static IReadOnlyList<string> Of(Notice? notice) => notice switch
    {
        MeetingNotified called => called.Invited,
        MeetingRecorded held => [.. held.Invited.Select(place => place.Post)],
        InformationRequested asked => [asked.Asked],
        _ => [],
    };

    public static Post? Find(string name, SharingDirectory directory, DateOnly day)
    {
        var (organisation, role) = Split(name);
        return directory.PostAt(organisation, role, day);
    }

    /// <summary>The role is empty where the name has none.</summary>
    public static (string Organisation, string Role) Split(string name) => name.Split('#') is [var organisation, var role] ? (organisation, role) : (name, "");
}
