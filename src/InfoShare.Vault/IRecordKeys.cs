namespace InfoShare.Vault;

/// <summary>The keys of records, by number.</summary>
internal interface IRecordKeys
{
    /// <summary>A new key. It is durable before the record that it seals.</summary>
    (long Id, byte[] Key) Create();

    /// <summary>The key, or null when it was destroyed.</summary>
    byte[]? Find(long id);

    /// <summary>These keys will be asked for one after the other: where they are far away, they are fetched together.</summary>
    void Expect(IReadOnlyCollection<long> ids);
}
