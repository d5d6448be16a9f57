using InfoShare.Policy.Cedar.Schema;

namespace InfoShare.Policy.Tests.Schema;

public sealed class SchemaTextTests
{
    [Fact]
    public void One_declaration_may_declare_several_names()
    {
        var schema = Read("entity A, B in [A] { x: Long }; action one, \"two words\" in all appliesTo { principal: A, resource: [A, B] }; action all;");

        Assert.Equal(["A", "B"], schema.EntityTypes.Keys.Order());
        Assert.True(schema.MayBeIn("B", "A"));
        Assert.True(schema.IsIn(new("Action", "two words"), new("Action", "all")));
        Assert.Equal(["A", "B"], schema.Actions[new("Action", "one")].Resources);
    }

    [Fact]
    public void What_reads_like_a_word_of_the_grammar_can_be_a_name() => Assert.Equal(
        "{Set: Set<Set>, action: Bool, in: Long}",
        Read("entity type; entity entity in type; entity tags tags Long; entity Set { Set: Set<Set>, action: Bool, \"in\": Long }; action action, principal;").EntityTypes["Set"].Attributes.ToString());

    [Theory]
    [InlineData("entity T; namespace N { entity T2 = { a: T }; }", "N::T2", "{a: T}")]
    [InlineData("namespace M { entity T; } namespace N { entity T; entity U = { a: T, b: M::T }; }", "N::U", "{a: N::T, b: M::T}")]
    [InlineData("namespace N { entity T; type T = Long; entity U = { a: T }; }", "N::U", "{a: Long}")]
    [InlineData("entity Long; entity U = { a: Long, b: __cedar::Long, c: ipaddr };", "U", "{a: Long, b: Long, c: ipaddr}")]
    [InlineData("type A = B; type B = { c?: C }; type C = Set<decimal>; entity U = { a: A };", "U", "{a: {c?: Set<decimal>}}")]
    [InlineData("namespace N { action go; entity U = { a: Action, b: N::Action }; }", "N::U", "{a: N::Action, b: N::Action}")]
    public void A_name_means_what_is_nearest(string text, string type, string attributes) =>
        Assert.Equal(attributes, Read(text).EntityTypes[type].Attributes.ToString());

    [Fact]
    public void A_type_of_ones_own_hides_the_built_in_one()
    {
        var attributes = Read("entity Long; entity U = { a: Long, b: __cedar::Long };").EntityTypes["U"].Attributes.Attributes;

        Assert.IsType<CedarType.EntityType>(attributes["a"].Type);
        Assert.Same(CedarType.Long, attributes["b"].Type);
    }

    [Theory]
    [InlineData("entity A { x: Lnog };", "1:15: expected the name of a common type or an entity type, found `Lnog`, which is not declared")]
    [InlineData("namespace N { entity A { x: B }; }", "1:29: expected the name of a common type or an entity type, found `N::B` or `B`, which is not declared")]
    [InlineData("type A = Long; entity B in A;", "1:28: expected the name of an entity type, found `A`, which is not declared")]
    [InlineData("entity A; action a appliesTo { principal: A, resource: A, context: A };", "1:68: expected the name of a common type, found `A`, which is not declared")]
    [InlineData("type T = Long; entity A; action a appliesTo { principal: A, resource: A, context: T };", "1:83: the context of `Action::\"a\"` must be a record, found `Long`")]
    [InlineData("action a in b;", "1:13: expected an action, found `Action::\"b\"`, which is not declared")]
    [InlineData("action a; entity E in Action;", "1:23: expected an entity type, found `Action`, which is the type of actions")]
    [InlineData("type A = B; type B = Set<A>;", "1:6: common types cannot be made of each other: `A` → `B` → `A`")]
    [InlineData("action a in b; action b in c; action c in a;", "1:8: actions cannot be below themselves: `Action::\"a\"` → `Action::\"b\"` → `Action::\"c\"` → `Action::\"a\"`")]
    [InlineData("entity A;\nentity A;", "2:8: the entity type `A` is declared twice")]
    [InlineData("type A = Long; type A = Bool;", "1:21: the common type `A` is declared twice")]
    [InlineData("action a, \"a\";", "1:11: the action `Action::\"a\"` is declared twice")]
    [InlineData("namespace N {} namespace N {}", "1:26: the namespace `N` is there twice")]
    [InlineData("entity A { x: Long, x: Bool };", "1:21: the attribute `x` is there twice")]
    [InlineData("@a @a entity A;", "1:5: the annotation `@a` is there twice")]
    [InlineData("entity A; namespace N { entity A; }", "1:32: `N::A` hides `A` of the empty namespace")]
    [InlineData("type A = Long; namespace N { entity A; }", "1:37: `N::A` hides `A` of the empty namespace")]
    [InlineData("action a; namespace N { action a; }", "1:32: `N::Action::\"a\"` hides the action of that name of the empty namespace")]
    [InlineData("entity Action;", "1:8: an entity type cannot be called `Action`: it is the type of actions")]
    [InlineData("type Set = Long;", "1:6: a common type cannot be called `Set`: the name is reserved")]
    [InlineData("namespace __cedar { entity A; }", "1:11: a namespace cannot be called `__cedar`: `__cedar` is reserved")]
    [InlineData("entity __cedar;", "1:8: nothing can be declared as `__cedar`: `__cedar` is reserved")]
    public void A_name_that_means_nothing_or_is_taken_is_told(string text, string message) =>
        Assert.Equal([message], SchemaText.Parse(text).Errors.Select(error => error.ToString()));

    [Theory]
    [InlineData("entity if;", "1:8: `if` is reserved and cannot be a name")]
    [InlineData("entity A in [B,];", "1:16: expected a name, found `]`")]
    [InlineData("entity A enum [];", "1:16: expected a string, found `]`")]
    [InlineData("entity A { x Long };", "1:14: expected `:`, found `Long`")]
    [InlineData("entity A { x: Long y: Long };", "1:20: expected `,` or `}`, found `y`")]
    [InlineData("entity A", "1:9: expected `;`, found end of text")]
    [InlineData("entity \"A\";", "1:8: expected a name, found a string")]
    [InlineData("policy A;", "1:1: expected `namespace`, `entity`, `action` or `type`, found `policy`")]
    [InlineData("entity A; action a appliesTo { principal: A };", "1:30: expected `principal` and `resource`, found no `resource`")]
    [InlineData("entity A; action a appliesTo { principal: [], resource: A };", "1:32: `principal` needs at least one type; an action without `appliesTo` is in no request")]
    [InlineData("entity A; action a appliesTo { principal: A, principal: A };", "1:46: `principal` is there twice")]
    [InlineData("entity A; action a appliesTo { principal: A, resource: A, context: Set<A> };", "1:71: expected `,` or `}`, found `<`")]
    [InlineData("entity A enum [\"\\y\"];", "1:16: `\\y` is no escape")]
    public void A_mistake_in_the_grammar_is_told_with_its_place(string text, string message) =>
        Assert.Contains(message, SchemaText.Parse(text).Errors.Select(error => error.ToString()));

    [Fact]
    public void After_a_mistake_the_next_declaration_is_read()
    {
        var errors = SchemaText.Parse("entity A {;\nentity B;\nentity C in;\nnamespace N { action 1; entity D enum []; }\n").Errors;

        Assert.Equal([1, 3, 4, 4], errors.Select(error => error.Line));
    }

    private static CedarSchema Read(string text)
    {
        var schema = SchemaText.Parse(text);
        Assert.True(schema.IsValid, string.Join("; ", schema.Errors));
        return schema.Value;
    }
}
