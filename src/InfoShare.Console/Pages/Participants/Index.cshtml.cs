using InfoShare.Console.Participants;
using InfoShare.Console.Security;
using InfoShare.Console.Words;
using InfoShare.Directory;

namespace InfoShare.Console.Pages.Participants;

/// <summary>Who is connected, until when, and whose certificate ends.</summary>
[Needs(Permissions.SeeParticipants)]
public sealed class IndexModel(ConsoleContext console, AccessDesk desk) : ConsolePage(console)
{
    internal IReadOnlyList<(string Name, Participant? Entry, CertificateOf? Certificate)> Lines { get; private set; } = [];

    internal CertificateList Certificates { get; private set; } = null!;

    internal string Version => Console.Directory.Version;

    internal string? WhyNot => desk.WhyNot(Viewer);

    internal DateOnly Today => Console.Today;

    public void OnGet()
    {
        Certificates = Console.Access.Certificates();
        var names = Console.Directory.Participants.Select(one => one.Id).Union(Certificates.All.Select(one => one.Name)).Order(StringComparer.Ordinal);
        Lines = [.. names.Select(name => (name, Console.Directory.ParticipantNamed(name), Certificates.Of(name))).OrderBy(line => line.Item2 is null)];
    }

    /// <summary>Whether the directory lets it take part today.</summary>
    internal static string InDirectory(Participant? entry, CertificateOf? certificate, DateOnly today) => entry switch
    {
        null => certificate is { IsNode: true } ? "a node of the broker" : "not in the directory",
        { From: { } from } when from > today => $"from {from.Words()}",
        { To: { } to } when to < today => $"until {to.Words()}",
        { To: { } to } => $"yes, until {to.Words()}",
        _ => "yes",
    };
}
