using System.Security.Cryptography;
using System.Text;
using InfoShare.Contracts.Codes;
using InfoShare.Vault;

namespace InfoShare.Adapters.Spool;

/// <summary>
/// The ids of what this adapter sends: keyed hashes, so that they are the same for the same record for ever and tell
/// nobody anything. The organisation counts, because two schools may number their records alike.
/// </summary>
internal sealed class AdapterIds(string participant, MasterKey master)
{
    private readonly KeyedHash record = master.HashFor("record");
    private readonly KeyedHash message = master.HashFor("message");
    private readonly KeyedHash partition = master.HashFor("partition");
    private readonly KeyedHash submission = master.HashFor("submission");
    private readonly KeyedHash file = master.HashFor("file");

    public string Record(OrganisationSource from, string family, string key) => record.Of(participant, from.Id, family, key);

    public string Message(string type, string recordId, string previous, string content) => message.Of(type, recordId, previous, content);

    public string Content(ReadOnlySpan<byte> json) => message.Of("content", Encoding.UTF8.GetString(json));

    public string Partition(OrganisationSource from, string childKey) => partition.Of(participant, from.Id, childKey);

    public string Submission(OrganisationSource from, string id, int nth) => submission.Of(participant, from.Id, id, $"{nth}");

    public string FileName(string name) => file.Of("name", name);

    public string FileContent(ReadOnlySpan<byte> content) => file.Of("content", Convert.ToHexString(SHA256.HashData(content)));

    public string Receipt(IEnumerable<string> abouts, string outcome) => message.Of(["receipt", participant, .. abouts, outcome]);
}
