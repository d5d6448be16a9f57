using FsCheck;
using FsCheck.Fluent;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;
using InfoShare.Policy.Tests.Properties.Generators;

namespace InfoShare.Policy.Tests.Properties;

public sealed class RoundTripTests
{
    [Fact]
    public void What_is_printed_parses_to_the_same_policy() => Printed.Check(Runs.Few);

    [Fact]
    [Trait("Length", "long")]
    public void Whatever_is_printed_parses_to_the_same_policy() => Printed.Check(Runs.Many);

    [Fact]
    public void What_is_written_as_JSON_is_read_as_the_same_policy() =>
        Prop.ForAll(Arb.From(Policies.One.Or(Policies.Template), Smaller.Policies), policy =>
        {
            var json = PolicyJson.Write(policy);
            var read = PolicyJson.Read(json, policy.Id);
            Assert.True(read.IsValid, $"{json}\n{string.Join('\n', read.Errors)}");
            Assert.Equal(Shape.Of(policy), Shape.Of(read.Value));
        }).Check(Runs.Few);

    [Fact]
    public void Entities_and_requests_are_read_from_their_JSON_as_they_were() =>
        Prop.ForAll(Cases.All, c =>
        {
            var store = EntityJson.Read(CaseJson.Of(c.Entities).ToJsonString());
            var context = EntityJson.ReadRecord(CaseJson.Of(c.Request)["context"]!.ToJsonString());

            Assert.True(store.IsValid && context.IsValid, $"{string.Join('\n', store.Errors.Concat(context.Errors))}\n{c}");
            Assert.Equal(c.Request.Context, context.Value);
            foreach (var (before, after) in c.Entities.Zip(store.Value.Entities))
            {
                Assert.Equal((before.Uid, before.Attributes, before.Tags), (after.Uid, after.Attributes, after.Tags));
                Assert.Equal(before.Parents, after.Parents);
            }
        }).Check(Runs.Fewer);

    private static Property Printed => Prop.ForAll(Arb.From(Policies.One.Or(Policies.Template), Smaller.Policies), policy =>
    {
        var printed = PolicyPrinter.Print(policy);
        var parsed = PolicyText.Parse(printed);
        Assert.True(parsed.IsValid, $"{printed}\n{string.Join('\n', parsed.Errors)}");
        Assert.Equal(Shape.Of(policy), Shape.Of(Assert.Single(parsed.Value)));
    });
}
