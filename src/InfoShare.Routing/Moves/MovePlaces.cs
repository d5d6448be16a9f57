using InfoShare.Contracts.Moves;
using InfoShare.Directory;
using InfoShare.Routing.Facts;

namespace InfoShare.Routing.Moves;

/// <summary>The children's-services authorities between which a child moves. Pure.</summary>
/// <param name="From">The one left; null: unknown.</param>
/// <param name="To">The new one; null: unknown.</param>
internal sealed record MovePlaces(string? From, string? To)
{
    /// <summary>As the move's areas say, else as its addresses do.</summary>
    public static MovePlaces Of(ChildMovedArea move, Postcodes postcodes, DateOnly day) => new(
        LocalAuthorities.AuthorityFor(move.FromArea, day) ?? ChildArea.Before(move.Parts.Address, postcodes, day),
        LocalAuthorities.AuthorityFor(move.ToArea, day) ?? ChildArea.Of(move.Parts.Address, postcodes, day));
}
