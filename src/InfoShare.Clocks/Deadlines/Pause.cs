namespace InfoShare.Clocks;

/// <summary>A time in which a clock stands, such as while an answer is awaited that only somebody else can give.</summary>
/// <param name="From">The first instant that does not count.</param>
/// <param name="Until">The first instant that counts again; null while it still stands.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? Until, string Reason);
