using InfoShare.Policy;
using InfoShare.Policy.Sets;

namespace InfoShare.Tests.Policy;

/// <summary>Policy sets of a test's own, read as any other.</summary>
internal static class TestPolicies
{
    /// <summary>Valid, and yet it cannot be evaluated for any message with a level: the sum is too large.</summary>
    public const string FailingForbid = """
        @id("broken") @because("never told") forbid (principal, action == Action::"know", resource)
        when { resource has levelOfNeed && 9223372036854775807 + resource.levelOfNeed > 0 };
        """;

    public const string FailingPermit = """
        @id("broken-too") @basis("UKGDPR-6-1-e") @because("never told") permit (principal, action == Action::"know", resource)
        when { resource has levelOfNeed && 9223372036854775807 + resource.levelOfNeed > 0 };
        """;

    public const string PermitAll = """
        @id("all") @basis("UKGDPR-6-1-e") @because("everybody may know") permit (principal, action == Action::"know", resource);
        """;

    /// <summary>One set of these policies, for all time.</summary>
    public static SharingPolicies Of(params string[] policies)
    {
        var (read, problems) = SharingPolicies.Read(Files(string.Join('\n', policies)));
        Assert.Empty(problems);
        return read!;
    }

    /// <summary>The files of this release, with one set of this text.</summary>
    public static PolicyFiles Files(string cedar) => new(new Dictionary<string, string>(PolicyFiles.OfThisRelease.Texts)
    {
        ["test.cedar"] = cedar,
        ["sets.json"] = """[{ "name": "test", "inForceFrom": "2020-01-01T00:00:00Z", "policies": ["test.cedar"] }]""",
    });

    /// <summary>The sets of this release, with a text of one of their files replaced.</summary>
    public static SharingPolicies With(string file, string from, string to)
    {
        var (read, problems) = SharingPolicies.Read(Changed(file, from, to));
        Assert.Empty(problems);
        return read!;
    }

    /// <summary>The files of this release, with a text of one of them replaced.</summary>
    public static PolicyFiles Changed(string file, string from, string to)
    {
        var text = PolicyFiles.OfThisRelease.Texts[file];
        Assert.Contains(from, text, StringComparison.Ordinal);
        return new(new Dictionary<string, string>(PolicyFiles.OfThisRelease.Texts) { [file] = text.Replace(from, to, StringComparison.Ordinal) });
    }
}
