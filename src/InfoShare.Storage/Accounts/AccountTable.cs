using System.Text.Json;
using InfoShare.Contracts.Wire;
using InfoShare.Vault;

namespace InfoShare.Storage.Accounts;

/// <summary>What of an account is sealed.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="PasswordHash">As the framework's password hasher makes it.</param>
/// <param name="CodeKey">Base32 of the authenticator's key; null: none is set up.</param>
public sealed record AccountSecret(string Name, string PasswordHash, string? CodeKey);

/// <summary>Reads and writes accounts.</summary>
public static class AccountTable
{
    public static AccountRow? FindAccount(this ReadScope scope, string token) =>
        scope.First<AccountRow>("select * from account where token = @token", new { token });

    /// <summary>All accounts, the oldest first.</summary>
    public static IReadOnlyList<AccountRow> Accounts(this ReadScope scope) => scope.Query<AccountRow>("select * from account order by created_at, token");

    public static long CountAccounts(this ReadScope scope) => scope.First<long>("select count(*) from account");

    /// <summary>Null once it was erased.</summary>
    public static AccountSecret? SecretOf(this ReadScope scope, AccountRow account) =>
        scope.Unseal(account.KeyId, account.Body) is { } body ? JsonSerializer.Deserialize<AccountSecret>(body, WireJson.Options) : null;

    /// <summary>Adds an account; where its name is taken, nothing changes.</summary>
    /// <returns>Whether it was added.</returns>
    public static bool Add(this WriteScope scope, AccountRow account, AccountSecret secret) => scope.Execute("""
        insert into account (token, roles, participant, organisation, post, demo, active, must_change, failures, locked_until, last_step, stamp, created_at, signed_in_at, key_id, body)
        values (@Token, @Roles, @Participant, @Organisation, @Post, @Demo, @Active, @MustChange, @Failures, @LockedUntil, @LastStep, @Stamp, @CreatedAt, @SignedInAt, @KeyId, @Body)
        on conflict (token) do nothing
        """, Sealed(scope, account, secret)) == 1;

    /// <summary>Saves what is not sealed.</summary>
    public static void Save(this WriteScope scope, AccountRow account) => scope.Execute("""
        update account set roles = @Roles, participant = @Participant, organisation = @Organisation, post = @Post, active = @Active, must_change = @MustChange, failures = @Failures,
            locked_until = @LockedUntil, last_step = @LastStep, stamp = @Stamp, signed_in_at = @SignedInAt, key_id = @KeyId, body = @Body
        where token = @Token
        """, account);

    /// <summary>Saves everything; the key of what was sealed before is destroyed.</summary>
    public static void Save(this WriteScope scope, AccountRow account, AccountSecret secret)
    {
        scope.Destroy(account.KeyId);
        scope.Save(Sealed(scope, account, secret));
    }

    private static AccountRow Sealed(WriteScope scope, AccountRow account, AccountSecret secret)
    {
        var atRest = scope.Seal(JsonSerializer.SerializeToUtf8Bytes(secret, WireJson.Options));
        return account with { KeyId = atRest.KeyId, Body = atRest.Bytes };
    }
}
