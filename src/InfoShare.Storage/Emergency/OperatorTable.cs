using System.Text;
using InfoShare.Vault;

namespace InfoShare.Storage.Emergency;

/// <summary>The names of posts and operators who did something, and the reasons they gave for reading, sealed; everything else knows them by their tokens.</summary>
public static class OperatorTable
{
    /// <summary>Keeps a name under its token; the first spelling stays.</summary>
    public static void KeepName(this WriteScope scope, string token, string name)
    {
        if (scope.First<string>("select token from operator_name where token = @token", new { token }) is not null)
            return;
        var atRest = scope.Seal(Encoding.UTF8.GetBytes(name));
        scope.Execute("insert into operator_name (token, key_id, body) values (@token, @KeyId, @Bytes)", new { token, atRest.KeyId, atRest.Bytes });
    }

    /// <summary>The name that a token stands for; null when it is not kept.</summary>
    public static string? NameOf(this ReadScope scope, string token) =>
        scope.First<Row>("select key_id, body from operator_name where token = @token", new { token }) is { } row && scope.Unseal(row.KeyId, row.Body) is { } name
            ? Encoding.UTF8.GetString(name)
            : null;

    private sealed record Row
    {
        public long KeyId { get; init; }
        public byte[] Body { get; init; } = [];
    }
}
