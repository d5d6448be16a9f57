namespace InfoShare.Bench;

/// <summary>Something did not happen as it must, so that a figure would mean nothing. The message is for whoever runs the bench.</summary>
internal sealed class BenchException(string message) : Exception(message);
