using InfoShare.Tests;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace InfoShare.Tests;

/// <summary>The tests of the class take minutes.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TakesMinutesAttribute : Attribute;

/// <summary>
/// Classes that take minutes start first, so that at the end no core waits for another. xunit hands all collections to the thread pool at once, which
/// takes the first of them, and then one after the other from the end: that is where they are put.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection
    {
        var names = typeof(LongestFirst).Assembly.GetTypes().Where(type => type.IsDefined(typeof(TakesMinutesAttribute), inherit: false)).Select(type => $" {type.FullName} ").ToList();
        var collections = testCollections.ToLookup(collection => names.Exists(name => $"{collection.TestCollectionDisplayName} ".Contains(name, StringComparison.Ordinal)));
        return [.. collections[true].Take(1), .. collections[false], .. collections[true].Skip(1)];
    }
}
