namespace InfoShare.Policy.Tests.Evaluation;

public sealed class EntityOperatorTests
{
    [Theory]
    [InlineData("principal in principal")]
    [InlineData("principal in Agency::\"care\"")]
    [InlineData("principal in [Team::\"other\", Agency::\"care\"]")]
    [InlineData("!(principal in [])")]
    [InlineData("User::\"gone\" in User::\"gone\" && !(User::\"gone\" in Team::\"duty\")")]
    [InlineData("action in Action::\"any\"")]
    [InlineData("principal is User && !(principal is Note)")]
    [InlineData("principal is User in Team::\"duty\"")]
    [InlineData("!(resource is User in 1)")]
    [InlineData("principal has level && !(principal has name)")]
    [InlineData("principal[\"level\"] == 3 && resource.owner.level == 3")]
    [InlineData("resource has owner.level")]
    [InlineData("!(resource has owner.manager.level)")]
    [InlineData("context has inner.deep.flag && !(context has inner.other.flag)")]
    [InlineData("context.inner has \"a b\"")]
    [InlineData("!(User::\"gone\" has level)")]
    [InlineData("principal.hasTag(\"area\") && principal.getTag(\"area\") == \"north\"")]
    [InlineData("!(User::\"gone\".hasTag(\"area\")) && !(principal.hasTag(\"level\"))")]
    public void What_holds_is_true(string expr) => Assert.True(Evaluating.Evaluate(expr).IsTrue, $"{Evaluating.Evaluate(expr)}");

    [Theory]
    [InlineData("principal.name", "`User::\"ann\"` has no attribute `name`")]
    [InlineData("principal.manager.level", "the entity `User::\"gone\"` does not exist")]
    [InlineData("context.other", "the record has no attribute `other`")]
    [InlineData("context.count.other", "type error: expected record or entity, got long")]
    [InlineData("context.count has other", "type error: expected record or entity, got long")]
    [InlineData("context has count.other", "type error: expected record or entity, got long")]
    [InlineData("principal.getTag(\"age\")", "`User::\"ann\"` has no tag `age`")]
    [InlineData("User::\"gone\".getTag(\"age\")", "the entity `User::\"gone\"` does not exist")]
    [InlineData("principal.hasTag(1)", "type error: expected string, got long")]
    [InlineData("context.hasTag(\"a\")", "type error: expected entity, got record")]
    [InlineData("1 in principal", "type error: expected entity, got long")]
    [InlineData("principal in 1", "type error: expected entity or set of entities, got long")]
    [InlineData("principal in [principal, 1]", "type error: expected entity, got long")]
    [InlineData("1 is User", "type error: expected entity, got long")]
    [InlineData("principal is User in 1", "type error: expected entity or set of entities, got long")]
    public void What_cannot_be_evaluated_says_why(string expr, string error) => Assert.Equal(error, Evaluating.Evaluate(expr).Error);
}
