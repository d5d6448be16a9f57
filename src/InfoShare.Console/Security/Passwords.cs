using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InfoShare.Console.Security;

/// <summary>Passwords: length rather than signs. Source: NCSC, password policy: updating your approach; NIST SP 800-63B, 5.1.1.2.</summary>
public static class Passwords
{
    private const int Shortest = 12;
    private const int Longest = 200;
    private const int Iterations = 210_000; // OWASP's figure for PBKDF2 with SHA-512
    private const int GroupsOfNew = 4;
    private const int LettersOfGroup = 5;
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789"; // none that look alike

    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    // Somebody who does not exist takes as long to refuse as somebody who does.
    private static readonly string Nobody = Hash(New());

    /// <summary>What is wrong with it; null: nothing is.</summary>
    public static string? ProblemOf(string password, string name)
    {
        ArgumentNullException.ThrowIfNull(password);
        if (password.Length is < Shortest or > Longest)
            return $"The password must have {Shortest} to {Longest} characters";
        if (password.Distinct().Count() < 5)
            return "The password must not repeat the same few characters";
        return password.Contains(name, StringComparison.OrdinalIgnoreCase) ? "The password must not contain your name" : null;
    }

    /// <summary>One that nobody guesses: about 99 bits.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, GroupsOfNew).Select(_ => RandomNumberGenerator.GetString(Letters, LettersOfGroup)));

    public static string Hash(string password) => Hasher.HashPassword("", password);

    /// <param name="hash">Null: there is no such account.</param>
    public static bool Match(string? hash, string password) =>
        Hasher.VerifyHashedPassword("", hash ?? Nobody, password) is not PasswordVerificationResult.Failed && hash is not null;
}
