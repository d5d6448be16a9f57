using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using InfoShare.Checker.Records;

namespace InfoShare.Checker.Checks;

/// <summary>
/// Each writer's records follow each other without a gap, and each holds the hash of the one before: SHA-256 over previous
/// hash, writer, number, time, kind, about and detail as UTF-8, each behind its length in four bytes, the least first.
/// </summary>
public static class AuditChain
{
    private static readonly string Beginning = new('0', 64);

    public static IEnumerable<Finding> Problems(IReadOnlyList<AuditRecord> audit)
    {
        foreach (var chain in audit.GroupBy(r => r.Writer))
        {
            var (number, previous) = (0L, Beginning);
            foreach (var record in chain.OrderBy(r => r.N))
            {
                if (record.N != number + 1 || record.Previous != previous || record.Hash != HashOf(record))
                {
                    yield return new(FindingKind.Audit, $"the audit's chain is broken at {record.Writer}:{record.N}");
                    break;
                }

                (number, previous) = (record.N, record.Hash);
            }
        }
    }

    public static string HashOf(AuditRecord record)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var field in (string[])[record.Previous, record.Writer, $"{record.N}", $"{record.At}", record.Kind, record.About, record.Detail])
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            sum.AppendData(length);
            sum.AppendData(bytes);
        }

        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }
}
