using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InfoShare.Broker.Files;

namespace InfoShare.Broker.Certificates;

/// <summary>
/// The signed list of what was revoked. Deleting the broker's user is enough while the name has none; once it has a new
/// certificate and so a user again, only this list keeps the old one out.
/// </summary>
internal static class RevocationList
{
    /// <summary>Writes the list where the broker looks for it: in a folder, under the hash of the authority's name.</summary>
    public static void Write(CertificateFolder folder, X509Certificate2 authority, Ledger ledger, DateTimeOffset now)
    {
        var list = new CertificateRevocationListBuilder();
        foreach (var (serial, at) in ledger.RevokedSerials)
            list.AddEntry(Convert.FromHexString(serial), at);
        // Good for as long as the authority: a list that has run out would shut everybody out.
        var signed = list.Build(
            authority, new BigInteger(now.ToUnixTimeMilliseconds()), new DateTimeOffset(authority.NotAfter), HashAlgorithmName.SHA256, thisUpdate: now.AddMinutes(-5));
        WholeFile.WritePublic(Path.Combine(folder.Revocations, HashOf(authority.SubjectName) + ".r0"), PemEncoding.WriteString("X509 CRL", signed));
    }

    /// <summary>OpenSSL's hash of a name, of which Erlang makes the file's name: SHA-1 over its parts with their texts in small letters.</summary>
    private static string HashOf(X500DistinguishedName name)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        foreach (var part in name.EnumerateRelativeDistinguishedNames(reversed: false))
            using (writer.PushSetOf())
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(part.GetSingleElementType().Value!);
                writer.WriteCharacterString(UniversalTagNumber.UTF8String, part.GetSingleElementValue()!.ToLowerInvariant());
            }

#pragma warning disable CA5350 // It is a file's name, and guards nothing.
        var hash = SHA1.HashData(writer.Encode());
#pragma warning restore CA5350
        return BinaryPrimitives.ReadUInt32LittleEndian(hash).ToString("x8", CultureInfo.InvariantCulture);
    }
}
