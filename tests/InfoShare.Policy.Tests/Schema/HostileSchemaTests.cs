using System.Globalization;
using System.Text;
using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Validation;

namespace InfoShare.Policy.Tests.Schema;

/// <summary>Schemas that are small to write and large to think through.</summary>
public sealed class HostileSchemaTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Types_that_would_be_exponentially_large_are_compared_and_told_quickly()
    {
        var text = new StringBuilder("type A0 = Long; type B0 = Long; type C0 = String;");
        for (var i = 1; i < 100; i++)
            text.Append(CultureInfo.InvariantCulture, $"type A{i} = {{ x: A{i - 1}, y: A{i - 1} }}; type B{i} = {{ x: B{i - 1}, y: B{i - 1} }}; type C{i} = {{ x: C{i - 1}, y: C{i - 1} }};");
        text.Append("entity E { a: A99, b: B99, c: C99 }; action go appliesTo { principal: E, resource: E };");

        var errors = await Within(() => Errors(text.ToString(), "principal.a == resource.b && [resource.a, { x: principal.b.x, y: principal.a.y }].contains(resource.b) && principal.a == principal.c"));

        Assert.StartsWith("only values of one type can be compared", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_chains_are_followed_without_exhausting_the_stack()
    {
        const int Length = 20_000;
        var text = new StringBuilder();
        for (var i = 0; i < Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"type T{i} = {(i == 0 ? "Long" : $"T{i - 1}")}; entity E{i}{(i == 0 ? "" : $" in E{i - 1}")}; action a{i}{(i == 0 ? "" : $" in a{i - 1}")};");
        text.Append(CultureInfo.InvariantCulture, $"entity P in E{Length - 1} {{ n: T{Length - 1} }}; action go in a{Length - 1} appliesTo {{ principal: P, resource: P }};");

        Assert.Empty(await Within(() => Errors(text.ToString(), "principal in E0::\"e\" && action in Action::\"a0\" && principal.n == 1")));
    }

    [Theory]
    [InlineData("entity E { a: {0}Long{1} };", "Set<", ">")]
    [InlineData("entity E { a: {0}Long{1} };", "{ a: ", " }")]
    public async Task Types_nested_too_deep_are_refused(string schema, string open, string close)
    {
        const int Depth = 100_000;
        var text = schema.Replace("{0}", string.Concat(Enumerable.Repeat(open, Depth)), StringComparison.Ordinal).Replace("{1}", string.Concat(Enumerable.Repeat(close, Depth)), StringComparison.Ordinal);

        Assert.Contains("more than 200 deep", (await Within(() => SchemaText.Parse(text).Errors))[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Types_nested_too_deep_by_way_of_their_names_are_refused()
    {
        var text = string.Concat(Enumerable.Range(1, 1_000).Select(i => $"type T{i} = Set<T{i - 1}>;")) + "type T0 = Long;";

        Assert.Contains("more than 200 deep", (await Within(() => SchemaText.Parse(text).Errors))[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x;")]
    [InlineData("namespace N { x; }")]
    public async Task Of_a_text_of_nothing_but_mistakes_a_hundred_are_told(string mistake)
    {
        var errors = await Within(() => SchemaText.Parse(string.Concat(Enumerable.Repeat(mistake, 500_000))).Errors);

        Assert.InRange(errors.Count, 100, 110);
    }

    [Fact]
    public async Task Of_kinds_of_request_that_a_policy_cannot_tell_apart_one_is_checked()
    {
        var types = string.Join(", ", Enumerable.Range(0, 1_000).Select(i => $"E{i}"));
        var text = $"entity {types} {{ n: Long }}; action {string.Join(", ", Enumerable.Range(0, 50).Select(i => $"a{i}"))} appliesTo {{ principal: [{types}], resource: [{types}], context: {{ c: Long }} }};";

        Assert.Empty(await Within(() => Errors(text, "context.c == 1 && principal.n == 2")));
    }

    [Fact]
    public async Task Long_conditions_are_checked_quickly()
    {
        const string Schema = "entity E { a?: Long }; action go appliesTo { principal: E, resource: E };";
        var chain = string.Join(" && ", Enumerable.Range(0, 190).Select(i => $"principal has a && (principal.a == {i} || resource has a)"));

        Assert.Empty(await Within(() => Errors(Schema, chain)));
    }

    private static IReadOnlyList<string> Errors(string schema, string condition)
    {
        var parsed = SchemaText.Parse(schema);
        Assert.True(parsed.IsValid, string.Join("; ", parsed.Errors.Take(3)));
        var policies = PolicyText.Parse($"permit(principal, action, resource) when {{ {condition} }};");
        Assert.True(policies.IsValid, string.Join("; ", policies.Errors));
        return [.. PolicyValidator.Validate(parsed.Value, policies.Value).Errors.Select(error => error.Message)];
    }

    private static Task<T> Within<T>(Func<T> work) => Task.Run(work, TestContext.Current.CancellationToken).WaitAsync(Soon, TestContext.Current.CancellationToken);
}
