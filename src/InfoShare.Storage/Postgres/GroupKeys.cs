using System.Security.Cryptography;
using InfoShare.Vault;

namespace InfoShare.Storage.Postgres;

/// <summary>The keys as one group of writes sees them: with those it has made, which nobody else can see before its commit.</summary>
internal sealed class GroupKeys(PostgresKeys keys) : IRecordKeys
{
    private readonly Dictionary<long, byte[]> fresh = [];

    public IReadOnlyDictionary<long, byte[]> Fresh => fresh;

    /// <summary>The highest number made; 0 when none was.</summary>
    public long Highest { get; private set; }

    public (long Id, byte[] Key) Create()
    {
        Highest = keys.TakeNumber();
        return (Highest, fresh[Highest] = RandomNumberGenerator.GetBytes(32));
    }

    public void Expect(IReadOnlyCollection<long> ids) => keys.Expect([.. ids.Where(id => !fresh.ContainsKey(id))]);

    public byte[]? Find(long id) => fresh.GetValueOrDefault(id) ?? keys.Find(id);
}
