namespace InfoShare.Cli.Hosting;

/// <summary>Why nothing was started, in words for whoever started it.</summary>
internal sealed class CannotStartException(string message) : Exception(message);
