using System.Security.Claims;
using InfoShare.Policy;
using InfoShare.Storage;
using InfoShare.Storage.Accounts;
using InfoShare.Vault;

namespace InfoShare.Console.Security;

/// <summary>An account as it is to be.</summary>
/// <param name="Organisation">For roles that hold for one organisation only, <c>scheme/code</c>.</param>
/// <param name="Post">For roles that hold for one post only: its role.</param>
public sealed record AccountWish(string Name, IReadOnlyList<string> Roles, string? Organisation = null, string? Post = null);

/// <summary>What came of it: the password that was made, or what is wrong with which field.</summary>
public sealed record AccountAnswer(string? Password, string? Field = null, string? Problem = null);

/// <summary>Makes and changes accounts. Each change is on record, and signs the account out wherever it is signed in.</summary>
public sealed class AccountDesk(ConsoleContext console)
{
    private const string FirstName = "administrator";

    /// <summary>The first administrator, where there is no account at all: its password, to be shown once. Null: there are accounts.</summary>
    public async Task<string?> MakeFirstAsync()
    {
        if (console.Store.Read(scope => scope.CountAccounts()) > 0)
            return null;
        var password = Passwords.New();
        var account = Account(new(FirstName, ["administrator"]), password, demo: false);
        return await console.Store.WriteAsync(scope => scope.CountAccounts() == 0 && Add(scope, account, "first-run")) ? password : null;
    }

    /// <summary>Accounts that anybody may know the password of, marked as such on every page; those that exist already stay as they are.</summary>
    public async Task MakeForDemoAsync(IEnumerable<AccountWish> wishes, string password)
    {
        var accounts = wishes.Select(wish => Account(wish, password, demo: true)).ToList();
        await console.Store.WriteAsync(scope => accounts.ForEach(account => Add(scope, account, "demo")));
    }

    /// <summary>Makes an account with a password that must be changed at once.</summary>
    public async Task<AccountAnswer> MakeAsync(AccountWish wish, Viewer by)
    {
        if (ProblemOf(wish) is { } problem)
            return problem;
        var password = Passwords.New();
        var account = Account(wish, password, demo: false);
        return await console.Store.WriteAsync(scope => Add(scope, account, by.Token)) ? new(password) : new(null, "Name", "There is an account of this name already");
    }

    /// <summary>Another password, made here, that must be changed at once; unlocks the account and forgets its authenticator.</summary>
    public Task<AccountAnswer> ResetAsync(string token, Viewer by)
    {
        var password = Passwords.New();
        var hash = Passwords.Hash(password);
        return ChangeAsync(token, (scope, account, secret) =>
        {
            scope.Save(account with { MustChange = 1, Failures = 0, LockedUntil = null, Stamp = NewStamp() }, secret with { PasswordHash = hash, CodeKey = null });
            console.Audit(scope, "account-reset", token, $"by:{by.Token}");
            return new(password);
        });
    }

    /// <summary>Closes or opens it. Nobody closes their own.</summary>
    public Task<AccountAnswer> SetActiveAsync(string token, bool active, Viewer by) => ChangeAsync(token, (scope, account, _) =>
    {
        if (token == by.Token)
            return new(null, "", "Nobody can close their own account");
        scope.Save(account with { Active = active ? 1 : 0, Stamp = NewStamp() });
        console.Audit(scope, active ? "account-opened" : "account-closed", token, $"by:{by.Token}");
        return new(null);
    });

    /// <summary>A password of somebody's own choice; who they are then.</summary>
    public async Task<(ClaimsPrincipal? Principal, string? Problem)> ChangePasswordAsync(Viewer viewer, string old, string chosen)
    {
        if (Passwords.ProblemOf(chosen, viewer.Name) is { } problem)
            return (null, problem);
        var before = console.Store.Read(scope => scope.FindAccount(viewer.Token) is { } row ? scope.SecretOf(row) : null);
        if (!Passwords.Match(before?.PasswordHash, old))
            return (null, "The present password is not right");
        var hash = Passwords.Hash(chosen);
        return (await ChangeOwnAsync(viewer, "password-changed", (account, secret) => (account with { MustChange = 0 }, secret with { PasswordHash = hash })), null);
    }

    /// <summary>Sets up an authenticator, if the code shows that it holds the key; who they are then.</summary>
    public async Task<ClaimsPrincipal?> SetCodeAsync(Viewer viewer, byte[] key, string code) =>
        Totp.Match(key, code, console.Now, 0) is not { } step ? null
            : await ChangeOwnAsync(viewer, "codes-set-up", (account, secret) => (account with { LastStep = step }, secret with { CodeKey = Base32.Write(key) }));

    internal static Viewer ViewerOf(AccountRow account, AccountSecret secret) => new(
        account.Token, secret.Name, [.. account.Roles.Split(',').Select(Role.Named).OfType<Role>()], account.Participant, account.Organisation, account.Post, account.Demo == 1, account.MustChange == 1);

    private AccountAnswer? ProblemOf(AccountWish wish)
    {
        var roles = wish.Roles.Select(Role.Named).ToList();
        if (EmergencyRules.ProblemOfName(wish.Name) is not null)
            return new(null, "Name", "Enter a name of a person or a post, of 100 characters at the most");
        if (roles.Count == 0 || roles.Contains(null))
            return new(null, "Roles", "Choose at least one role");
        if (roles.Exists(role => role!.OfOrganisation) != wish.Organisation is not null || roles.Exists(role => role!.OfPost) != wish.Post is not null)
            return new(null, "Organisation", "Choose an organisation, and for an inbox a post, for roles that are for one organisation, and none for the others");
        if (wish.Organisation is not { } organisation)
            return null;
        if (!roles.TrueForAll(role => role!.OfOrganisation))
            return new(null, "Roles", "A role for one organisation cannot be joined with one for all");
        if (console.Directory.ParticipantServing(organisation, console.Today) is null)
            return new(null, "Organisation", "Choose an organisation that a participant serves");
        return wish.Post is { } post && console.Directory.PostAt(organisation, post, console.Today) is null ? new(null, "Post", "Choose a post of that organisation") : null;
    }

    private (AccountWish Wish, AccountRow Row, AccountSecret Secret) Account(AccountWish wish, string password, bool demo) => (wish, new AccountRow
    {
        Token = console.TokenOf(wish.Name),
        Roles = string.Join(',', wish.Roles),
        Participant = wish.Organisation is { } organisation ? console.Directory.ParticipantServing(organisation, console.Today)?.Id : null,
        Organisation = wish.Organisation,
        Post = wish.Post,
        Demo = demo ? 1 : 0,
        MustChange = demo ? 0 : 1,
        Stamp = NewStamp(),
        CreatedAt = console.Now.ToMicroseconds(),
    }, new(wish.Name.Trim(), Passwords.Hash(password), null));

    private bool Add(WriteScope scope, (AccountWish Wish, AccountRow Row, AccountSecret Secret) account, string by)
    {
        if (scope.FindAccount(account.Row.Token) is not null || !scope.Add(account.Row, account.Secret))
            return false;
        console.KeepName(scope, account.Wish.Name);
        console.Audit(scope, "account-made", account.Row.Token, $"{account.Row.Roles} {account.Row.Organisation} by:{by}");
        return true;
    }

    private Task<AccountAnswer> ChangeAsync(string token, Func<WriteScope, AccountRow, AccountSecret, AccountAnswer> change) => console.Store.WriteAsync(scope =>
        scope.FindAccount(token) is { } account && scope.SecretOf(account) is { } secret ? change(scope, account, secret) : new(null, "", "There is no such account"));

    private Task<ClaimsPrincipal?> ChangeOwnAsync(Viewer viewer, string kind, Func<AccountRow, AccountSecret, (AccountRow, AccountSecret)> change) => console.Store.WriteAsync(scope =>
    {
        if (scope.FindAccount(viewer.Token) is not { } account || scope.SecretOf(account) is not { } secret)
            return null;
        var (changed, kept) = change(account with { Stamp = NewStamp() }, secret);
        scope.Save(changed, kept);
        console.Audit(scope, kind, viewer.Token, "");
        return ViewerOf(changed, kept).ToPrincipal(changed.Stamp);
    });

    private static string NewStamp() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
}
