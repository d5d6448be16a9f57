namespace InfoShare.Routing.Board;

/// <summary>One figure for the board.</summary>
/// <param name="Series">One of docs/operating.md: answers, challenges, agreement and so on.</param>
/// <param name="Of">Whose: an organisation, a role or a kind.</param>
/// <param name="What">What was counted.</param>
/// <param name="Count">How many; null: too few to be told, or to keep others from being worked out.</param>
public sealed record Figure(string Series, string Of, string What, long? Count);
