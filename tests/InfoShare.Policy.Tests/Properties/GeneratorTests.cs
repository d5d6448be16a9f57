using FsCheck;
using FsCheck.Fluent;
using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Tests.Properties.Generators;
using InfoShare.Policy.Tests.Reference;

namespace InfoShare.Policy.Tests.Properties;

/// <summary>Whether the cases are such that a property tried on them says something.</summary>
public sealed class GeneratorTests(ITestOutputHelper output)
{
    private const int Cases = 2_000;
    private const int Size = 50;

    [Fact]
    public void Many_cases_are_allowed_many_forbidden_and_many_have_policies_that_err()
    {
        var answers = Sample(Generators.Cases.All.Generator).Select(c => ReferenceAuthorizer.Decide(c.Policies, c.Request, c.Entities)).ToList();

        Many(answers, "allowed", answer => answer.Decision == Decision.Allow);
        Many(answers, "forbidden", answer => answer is { Decision: Decision.Deny, Reasons: not "" });
        Many(answers, "denied for want of a permit", answer => answer is { Decision: Decision.Deny, Reasons: "" });
        Many(answers, "with an error", answer => answer.Erring != "");
        Many(answers, "allowed in spite of an error", answer => answer is { Decision: Decision.Allow, Erring: not "" });
    }

    [Fact]
    public void Many_texts_of_extension_values_can_be_read_and_many_cannot()
    {
        Both(ExtensionTexts.Decimal, text => ReferenceDecimal.Parse(text) is not null);
        Both(ExtensionTexts.IpAddress, text => ReferenceIpAddress.Parse(text) is not null);
        Both(ExtensionTexts.DateTime, text => ReferenceDateTime.Parse(text) is not null);
        Both(ExtensionTexts.Duration, text => ReferenceDuration.Parse(text) is not null);
    }

    [Fact]
    public void Many_values_are_equal_and_many_patterns_match()
    {
        Both(CedarValues.Pairs, pair => ReferenceEquality.AreSame(pair.A, pair.B));
        Both(Patterns.WithTexts, pair => ReferencePattern.Matches(pair.Text, pair.Pattern));
    }

    [Fact]
    public void Many_damaged_texts_are_still_policies_and_many_are_not() => Both(DamagedTexts.Any, text => PolicyText.Parse(text).IsValid);

    private void Both<T>(Gen<T> generator, Func<T, bool> isSuch)
    {
        var sample = Sample(generator);
        Many(sample, "yes", isSuch);
        Many(sample, "no", value => !isSuch(value));
    }

    /// <summary>One in thirty at the least.</summary>
    private void Many<T>(IReadOnlyCollection<T> all, string what, Func<T, bool> isSuch)
    {
        var such = all.Count(isSuch);
        output.WriteLine($"{such} of {all.Count} {what}");
        Assert.True(such >= all.Count / 30, $"only {such} of {all.Count} {what}");
    }

    private static List<T> Sample<T>(Gen<T> generator) => [.. generator.Sample(Cases, Runs.Random, Size)];
}
