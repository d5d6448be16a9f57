using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Health.Children;

/// <summary>Whether two addresses are the same place: systems change case and spacing back and forth without anybody moving.</summary>
internal static class Places
{
    /// <summary>Letters and digits of the postcode and the first line, in upper case.</summary>
    public static string Normalised(Address address) =>
        $"{Letters(address.Postcode)}|{Letters(address.Lines.Count > 0 ? address.Lines[0] : null)}";

    /// <summary>Equal but for case, spaces and punctuation.</summary>
    public static bool Same(string? one, string? other) => Letters(one) == Letters(other);

    private static string Letters(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
