using InfoShare.Policy;
using InfoShare.Policy.Sets;

namespace InfoShare.Tests.Policy;

public sealed class SharingPoliciesTests
{
    private static readonly DateTimeOffset New = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SharingPolicies Three = Read("""
        [
          { "name": "new", "inForceFrom": "2027-01-01T00:00:00Z", "policies": ["new.cedar"] },
          { "name": "candidate", "inForceFrom": null, "policies": ["new.cedar"] },
          { "name": "old", "inForceFrom": "2026-01-01T00:00:00Z", "policies": ["old.cedar"] }
        ]
        """);

    [Theory]
    [InlineData(-1, "old")]
    [InlineData(0, "new")]
    [InlineData(1, "new")]
    public void A_set_decides_from_its_first_instant_on(int ticks, string name) => Assert.Equal(name, Three.At(New.AddTicks(ticks)).Name);

    [Fact]
    public void Before_all_the_first_decides_and_a_candidate_never_does()
    {
        Assert.Equal("old", Three.At(DateTimeOffset.MinValue).Name);
        Assert.Equal("new", Three.At(DateTimeOffset.MaxValue).Name);
        Assert.Equal(["old", "new"], Three.InForce.Select(set => set.Policy.Name));
        Assert.Equal("candidate", Three.Named("candidate")!.Name);
    }

    [Fact]
    public void A_set_is_built_again_from_its_files_with_its_version()
    {
        foreach (var set in SharingPolicies.OfThisRelease.All)
        {
            var again = SharingPolicy.Again(set.Name, set.Files)!;

            Assert.Equal((set.Name, set.Version), (again.Name, again.Version));
            Assert.Equal(set.Rules.Select(rule => rule.Id), again.Rules.Select(rule => rule.Id));
        }
    }

    [Fact]
    public void Its_version_is_its_content_and_neither_its_name_nor_its_day()
    {
        Assert.Equal(Three.Named("new")!.Version, Three.Named("candidate")!.Version);
        Assert.NotEqual(Three.Named("new")!.Version, Three.Named("old")!.Version);
        Assert.StartsWith("sha256:", Three.Named("new")!.Version, StringComparison.Ordinal);
    }

    private static SharingPolicies Read(string sets)
    {
        var (read, problems) = SharingPolicies.Read(new PolicyFiles(new Dictionary<string, string>(PolicyFiles.OfThisRelease.Texts)
        {
            ["sets.json"] = sets,
            ["old.cedar"] = TestPolicies.PermitAll,
            ["new.cedar"] = TestPolicies.PermitAll.Replace("all", "every", StringComparison.Ordinal),
        }));
        Assert.Empty(problems);
        return read!;
    }
}
