using System.Security.Claims;
using InfoShare.Policy;
using InfoShare.Storage;
using InfoShare.Storage.Accounts;
using InfoShare.Storage.Audit;
using InfoShare.Vault;

namespace InfoShare.Console.Security;

/// <summary>Lets people in, or not. Each attempt is on record before it is answered.</summary>
public sealed class SignInDesk(ConsoleContext console)
{
    private const int MostFailures = 5;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>The refusal: the same whatever was wrong, so that nobody learns which names there are.</summary>
    public const string Refusal = "The name, the password or the code is not right, or the account is locked for some minutes";

    /// <summary>Who it is; null: refused.</summary>
    public Task<ClaimsPrincipal?> SignInAsync(string name, string password, string? code)
    {
        var token = console.TokenOf(name);
        var found = console.Store.Read(scope => scope.FindAccount(token) is { } row ? (Row: row, Secret: scope.SecretOf(row)) : default);
        var right = Passwords.Match(found.Secret?.PasswordHash, password); // slow, so outside of any transaction
        return console.Store.WriteAsync(scope => Answer(scope, token, found.Secret?.PasswordHash, right, code));
    }

    /// <summary>Somebody whom a provider vouches for; null: there is no open account of that name.</summary>
    public Task<ClaimsPrincipal?> SignInAsync(string name) => console.Store.WriteAsync(scope =>
    {
        var token = console.TokenOf(name);
        if (scope.FindAccount(token) is not { Active: 1 } account || scope.SecretOf(account) is not { } secret)
        {
            console.Audit(scope, "sign-in-refused", token, "no open account, by a provider");
            return null;
        }

        scope.Save(account with { SignedInAt = console.Now.ToMicroseconds() });
        console.Audit(scope, "signed-in", token, $"{account.Roles} by a provider");
        return (AccountDesk.ViewerOf(account, secret) with { MustChange = false }).ToPrincipal(account.Stamp);
    });

    /// <summary>Whether what was signed in earlier still is what the account says.</summary>
    public bool StillHolds(ClaimsPrincipal principal) =>
        Viewer.Of(principal) is { } viewer && console.Store.Read(scope => scope.FindAccount(viewer.Token)) is { Active: 1 } account && account.Stamp == Viewer.StampOf(principal);

    private ClaimsPrincipal? Answer(WriteScope scope, string token, string? comparedWith, bool right, string? code)
    {
        var now = console.Now;
        if (scope.FindAccount(token) is not { } account || scope.SecretOf(account) is not { } secret)
        {
            console.Audit(scope, "sign-in-refused", token, "no such account");
            return null;
        }

        if (account.Active == 0 || account.LockedUntil > now.ToMicroseconds())
        {
            console.Audit(scope, "sign-in-refused", token, account.Active == 0 ? "the account is closed" : "locked");
            return null;
        }

        var step = secret.CodeKey is { } key ? Totp.Match(Base32.Read(key), code ?? "", now, account.LastStep) : account.LastStep;
        if (!right || step is null || comparedWith != secret.PasswordHash)
        {
            var failures = account.Failures + 1;
            var locks = failures >= MostFailures;
            scope.Save(account with { Failures = locks ? 0 : failures, LockedUntil = locks ? (now + LockedFor).ToMicroseconds() : account.LockedUntil });
            console.Audit(scope, "sign-in-refused", token, locks ? "locked now" : $"wrong, {failures} of {MostFailures}");
            return null;
        }

        scope.Save(account with { Failures = 0, LockedUntil = null, LastStep = step.Value, SignedInAt = now.ToMicroseconds() });
        console.Audit(scope, "signed-in", token, account.Roles);
        return AccountDesk.ViewerOf(account, secret).ToPrincipal(account.Stamp);
    }
}
