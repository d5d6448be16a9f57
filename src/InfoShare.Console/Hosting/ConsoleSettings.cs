using System.Net;
using System.Security.Cryptography.X509Certificates;
using InfoShare.Console.Alerts;

namespace InfoShare.Console.Hosting;

/// <summary>Where the console answers.</summary>
/// <param name="Address">To listen on. Anything but this machine needs a certificate.</param>
/// <param name="Port">0 takes a free one.</param>
/// <param name="Certificate">With its key; null: plain HTTP, on this machine only.</param>
/// <param name="KeysFolder">Where the keys of its cookies are, so that a restart signs nobody out.</param>
public sealed record ConsoleSettings(IPAddress Address, int Port, X509Certificate2? Certificate, string KeysFolder)
{
    /// <summary>By which people may sign in as well; null: by password only.</summary>
    public SignInProvider? Provider { get; init; }

    /// <summary>Who is told of what stands.</summary>
    public AlertSettings Alerts { get; init; } = new();
}
