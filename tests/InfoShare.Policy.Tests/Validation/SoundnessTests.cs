using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Validation;
using InfoShare.Policy.Cedar.Values;
using InfoShare.Policy.Tests.Conformance;

namespace InfoShare.Policy.Tests.Validation;

/// <summary>What Cedar proves of its validator, tried out: a valid policy never fails for the type of a value.</summary>
/// <remarks>Cedar's specification, <c>validation_is_sound</c>, which also says what remains possible. Extension functions take only literals that are checked beforehand.</remarks>
public sealed class SoundnessTests
{
    [Fact]
    public void Valid_policies_of_the_corpus_fail_only_as_they_may_in_its_requests()
    {
        var failures = Valid().SelectMany(c => c.Requests.SelectMany(request => Authorizer.Decide(c.PolicySet, request, c.Entities).Errors, (_, error) => $"{c.Name}: {error.Message}")).ToList();

        Assert.NotEmpty(failures);
        Assert.DoesNotContain(failures, failure => !IsAllowed(failure));
    }

    [Fact]
    public void Valid_policies_of_the_corpus_fail_only_as_they_may_in_random_worlds_that_conform()
    {
        foreach (var c in Valid())
            AssertSound(c.Name, c.PolicySet, new(c.Schema, new Random(1)), worlds: 2);
    }

    [Fact]
    public void Valid_random_policies_fail_only_as_they_may_in_random_worlds_that_conform()
    {
        const int Tried = 20_000;
        var random = new Random(1);
        var conditions = new RandomConditions(random);
        var valid = 0;
        for (var i = 0; i < Tried; i++)
        {
            var text = $"permit(principal, action in Action::\"share\", resource) when {{ {conditions.Next()} }};";
            var policies = PolicyText.Parse(text);
            Assert.True(policies.IsValid, text);
            if (!PolicyValidator.Validate(Example.Schema, policies.Value).IsValid)
                continue;
            valid++;
            AssertSound(text, PolicySet.Of(policies.Value).Set!, new(Example.Schema, random), worlds: 10);
        }

        Assert.InRange(valid, Tried / 20, Tried * 19 / 20);
    }

    [Fact]
    public void Random_worlds_conform()
    {
        foreach (var c in Valid())
        {
            var world = new ConformingWorld(c.Schema, new Random(1));

            Assert.Empty(EntityValidator.Problems(c.Schema, world.Entities()));
            Assert.Empty(world.Request() is { } request ? RequestValidator.Problems(c.Schema, request) : []);
        }
    }

    private static void AssertSound(string name, PolicySet policies, ConformingWorld world, int worlds)
    {
        for (var i = 0; i < worlds; i++)
        {
            if (world.Request() is { } request)
                Assert.All(Authorizer.Decide(policies, request, world.Entities()).Errors, error => Assert.True(IsAllowed(error.Message), $"{name}: {error.Message}"));
        }
    }

    private static IEnumerable<(string Name, CedarSchema Schema, PolicySet PolicySet, EntityStore Entities, IEnumerable<Request> Requests)> Valid() =>
        GivenCases.Corpus.Concat(GivenCases.Handwritten).Where(c => c.IsValidToCedar).Select(c => (
            c.Name, c.Schema.Value!, c.Policies.Value!, c.Entities.Value!, c.Requests.Select(request => request.Expected.Value!.ReadRequest(c.Schema.Value!).Value!)));

    private static bool IsAllowed(string message) =>
        message.Contains("overflow", StringComparison.Ordinal) || message.Contains("does not exist", StringComparison.Ordinal);
}
