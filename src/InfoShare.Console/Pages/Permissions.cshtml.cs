namespace InfoShare.Console.Pages;

/// <summary>What the viewer may do, and who may do the rest.</summary>
public sealed class PermissionsModel(ConsoleContext console) : ConsolePage(console);
