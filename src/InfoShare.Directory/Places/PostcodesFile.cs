using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace InfoShare.Directory;

/// <summary>
/// Imported postcodes as one compact file: a mark, the number of places and their GSS codes, the number of postcodes and their
/// entries of eight bytes, and the SHA-256 of it all. Numbers are in the order of this machine's bytes, which the mark shows.
/// </summary>
public static class PostcodesFile
{
    /// <summary>Changes with the form of the file.</summary>
    private const ulong Mark = 0x4953_504F_5354_0001;

    private const int GssLength = 9;
    private const int MostPlaces = 1 << Postcodes.PlaceBits;

    /// <summary>More than the country will ever have.</summary>
    private const int MostPostcodes = 20_000_000;

    /// <summary>Writes all but the sample.</summary>
    public static void Write(Postcodes postcodes, Stream to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (byte[][])[Bytes(Mark), Bytes(postcodes.Places.Length), Encoding.ASCII.GetBytes(string.Concat(postcodes.Places)), Bytes(postcodes.Count)])
            Put(part);
        Put(MemoryMarshal.AsBytes(postcodes.Entries.AsSpan()));
        to.Write(hash.GetHashAndReset());

        void Put(ReadOnlySpan<byte> part)
        {
            to.Write(part);
            hash.AppendData(part);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is something else, of another form, or damaged.</exception>
    public static Postcodes Read(Stream from)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            if (BitConverter.ToUInt64(Take(new byte[sizeof(ulong)])) != Mark)
                throw new InvalidDataException("this is no file of postcodes of this release");
            var codes = Encoding.ASCII.GetString(Take(new byte[GssLength * Number(MostPlaces)]));
            var entries = new ulong[Number(MostPostcodes)];
            Take(MemoryMarshal.AsBytes(entries.AsSpan()));
            var end = new byte[SHA256.HashSizeInBytes];
            from.ReadExactly(end);
            if (!hash.GetHashAndReset().AsSpan().SequenceEqual(end))
                throw new InvalidDataException("the file of postcodes is damaged");
            return new(entries, [.. codes.Chunk(GssLength).Select(code => new string(code))]);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("the file of postcodes ends too early", e);
        }

        ReadOnlySpan<byte> Take(Span<byte> part)
        {
            from.ReadExactly(part);
            hash.AppendData(part);
            return part;
        }

        int Number(int most) => BitConverter.ToInt32(Take(new byte[sizeof(int)])) is var number && number >= 0 && number <= most
            ? number
            : throw new InvalidDataException("the file of postcodes is damaged");
    }

    private static byte[] Bytes(ulong number) => BitConverter.GetBytes(number);

    private static byte[] Bytes(int number) => BitConverter.GetBytes(number);
}
