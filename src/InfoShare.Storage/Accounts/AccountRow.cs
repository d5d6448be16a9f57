using InfoShare.Vault;

namespace InfoShare.Storage.Accounts;

/// <summary>Somebody who may sign in to the console. Their name, password hash and authenticator key are sealed; everything else knows them by their token.</summary>
public sealed record AccountRow
{
    /// <summary>A keyed hash of the name: the same as stands for it in the audit.</summary>
    public required string Token { get; init; }

    /// <summary>Comma-separated role words.</summary>
    public required string Roles { get; init; }

    /// <summary>The participant that serves its organisation; null: it is of none.</summary>
    public string? Participant { get; init; }

    /// <summary>The organisation whose messages alone it may see, <c>scheme/code</c>; null: none in particular.</summary>
    public string? Organisation { get; init; }

    /// <summary>The role there that it reads for; null: none.</summary>
    public string? Post { get; init; }

    /// <summary>1: made for a demonstration, and marked on every page.</summary>
    public long Demo { get; init; }

    /// <summary>0: may not sign in.</summary>
    public long Active { get; init; } = 1;

    /// <summary>1: the password must be changed before anything else.</summary>
    public long MustChange { get; init; }

    /// <summary>Wrong passwords or codes since the last right one.</summary>
    public long Failures { get; init; }

    public long? LockedUntil { get; init; }

    /// <summary>The last time step of which a code was used: none is used twice.</summary>
    public long LastStep { get; init; }

    /// <summary>Changes with roles, password and codes; what was signed in by an older one is signed out.</summary>
    public required string Stamp { get; init; }

    public long CreatedAt { get; init; }
    public long? SignedInAt { get; init; }
    public long KeyId { get; init; }
    public byte[] Body { get; init; } = [];
}
