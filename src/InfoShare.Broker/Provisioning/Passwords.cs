using System.Security.Cryptography;
using InfoShare.Broker.Files;
using InfoShare.Broker.Topology;

namespace InfoShare.Broker.Provisioning;

/// <summary>Passwords of users without a certificate, in a file each: <c>USER.password</c>.</summary>
/// <param name="folder">Where the certificates of the others are.</param>
public sealed class Passwords(string folder)
{
    private const int Letters = 40;

    /// <summary>Where a user's password is.</summary>
    public string FileOf(string user) => Path.Combine(folder, user + ".password");

    /// <summary>The user's password; null when it has none yet.</summary>
    public Password? Read(string user) => File.Exists(FileOf(user)) ? new(File.ReadAllText(FileOf(user)).Trim()) : null;

    /// <summary>Keeps a password.</summary>
    public void Keep(string user, Password password) => WholeFile.WritePrivate(FileOf(user), password.Value);

    /// <summary>A new password, which is nowhere yet.</summary>
    public static Password Make() => new(RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", Letters));
}
