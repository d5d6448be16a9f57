using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Education.Ctf;

/// <summary>The pupil's address in the school's record, in either of the shapes that products write. Whether it is the old home or the new one the file does not say.</summary>
internal static class CtfAddress
{
    private const int LongestPostcode = 10;

    public static AddressPart? Read(CtfFields pupil)
    {
        var address = pupil.Block("Address");
        IReadOnlyList<string> lines = [.. Structured(address.Block("BS7666Address")), .. Unstructured(address.Block("AddressLines"))];
        var postcode = address.Text("PostCode", LongestPostcode)?.ToUpperInvariant();
        if (lines.Count == 0 && postcode is null)
            return null;
        return new() { Addresses = [new() { Lines = [.. lines.Take(8)], Postcode = postcode, Uprn = Uprn(address.Block("BS7666Address")) }] };
    }

    private static IEnumerable<string> Structured(CtfFields address)
    {
        var street = string.Join(' ', new[] { address.Text("PAON", 100), address.Text("Street", 99) }.OfType<string>());
        var town = address.Text("Town");
        var postTown = address.Text("PostTown");
        string?[] lines = [address.Text("SAON"), street, address.Text("Locality"), town, CtfNames.Same(postTown ?? "", town ?? "") ? null : postTown];
        return lines.OfType<string>().Where(line => line.Length > 0);
    }

    private static IEnumerable<string> Unstructured(CtfFields address) =>
        Enumerable.Range(1, 5).Select(n => address.Text($"AddressLine{n}")).OfType<string>();

    private static string? Uprn(CtfFields address)
    {
        if (address.Text("UniquePropertyReferenceNumber") is not { } text)
            return null;
        if (text.Length <= 12 && text.All(char.IsAsciiDigit))
            return text;
        address.Mark("UniquePropertyReferenceNumber", "must be 1 to 12 digits");
        return null;
    }
}
