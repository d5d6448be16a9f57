using InfoShare.Console.Tests.Running;

namespace InfoShare.Console.Tests;

/// <summary>All tests share one demo and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class ConsoleCollection : ICollectionFixture<ConsoleFixture>
{
    public const string Name = "console";
}
