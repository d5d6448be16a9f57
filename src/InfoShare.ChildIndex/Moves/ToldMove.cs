using InfoShare.Contracts.Moves;

namespace InfoShare.ChildIndex.Moves;

/// <summary>One signal that a child has moved, by one agency.</summary>
/// <param name="Id">Tells this signal from every other.</param>
/// <param name="From">GSS code of the authority left; null: unknown.</param>
/// <param name="To">GSS code of the new authority; null: unknown.</param>
/// <param name="Day">The first day in the new place, else the day on which it was told.</param>
/// <param name="At">When routing took it: signals of one instant are told apart by <paramref name="Id"/>.</param>
public sealed record ToldMove(string Id, MoveSignal Signal, MoveType Type, string? From, string? To, DateOnly Day, long At);
