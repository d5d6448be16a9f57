using System.Security.Cryptography;
using System.Text;
using InfoShare.Vault;

namespace InfoShare.Cli.Desks;

/// <summary>
/// Shows a router that whoever asks may read its keys, and so could read everything anyway: other processes and pages of a browser on this
/// machine reach the same port. What is asked for has one effect however often it is asked, so nobody gains by repeating one.
/// </summary>
internal static class DeskProof
{
    public const string Header = "InfoShare-Proof";

    public static string Of(KeyedHash operators, string path, byte[] body) => operators.Of("request", path, Convert.ToBase64String(body));

    public static bool Holds(KeyedHash operators, string path, byte[] body, string? shown) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(operators, path, body)), Encoding.ASCII.GetBytes(shown ?? ""));
}
