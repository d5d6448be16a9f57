namespace InfoShare.Policy;

/// <summary>A set and when it comes into force.</summary>
/// <param name="From">The first instant at which it decides.</param>
public sealed record DatedPolicy(DateTimeOffset From, SharingPolicy Policy);
