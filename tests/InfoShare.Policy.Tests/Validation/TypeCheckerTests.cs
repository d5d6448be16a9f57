namespace InfoShare.Policy.Tests.Validation;

public sealed class TypeCheckerTests
{
    [Theory]
    [InlineData("principal.name == \"a\"")]
    [InlineData("principal.joined < context.now")]
    [InlineData("context.now.durationSince(principal.joined) > principal.leave")]
    [InlineData("ip(\"10.0.0.0/8\").isInRange(resource.from)")]
    [InlineData("resource has weight && resource.weight.lessThan(decimal(\"1.5\"))")]
    [InlineData("resource.to.contains(principal) && resource.to.containsAny([principal])")]
    [InlineData("principal in resource.sender || principal in [Team::\"a\", Team::\"b\"]")]
    [InlineData("[true, false, resource.urgent].contains(resource.urgent)")]
    [InlineData("(if resource.urgent then { a: true } else { a: false }).a")]
    [InlineData("-resource.concern.level * 2 < 3 && !resource.to.isEmpty()")]
    public void A_condition_is_valid_whose_values_are_of_the_types_that_it_asks(string condition) => Assert.Empty(Errors(condition));

    [Theory]
    [InlineData("principal has phone && principal.phone like \"01*\"")]
    [InlineData("principal has manager.manager && principal.manager.manager.name == \"a\"")]
    [InlineData("resource has concern.place.postcode && resource.concern.place.postcode == \"a\"")]
    [InlineData("resource.concern has place && resource.concern.place.restricted")]
    [InlineData("if context has agreed then context.agreed else false")]
    [InlineData("(context has agreed || context has agreed) && context.agreed")]
    [InlineData("context has agreed && !context.agreed && principal.name == \"a\"")]
    [InlineData("{ a: context, b: 1 }.a has agreed && { b: 1, a: context }.a.agreed")]
    [InlineData("principal.hasTag(\"areas\") && principal.getTag(\"areas\").contains(\"N1\")")]
    [InlineData("principal.hasTag(context.purpose) && principal.getTag(context.purpose).isEmpty()")]
    public void What_may_be_absent_can_be_had_where_a_condition_before_it_asked(string condition) => Assert.Empty(Errors(condition));

    [Theory]
    [InlineData("principal is Team && principal.nothing")]
    [InlineData("action == Action::\"list\" && context.nothing")]
    [InlineData("action in Action::\"share\" || context.nothing")]
    [InlineData("principal in Role::\"duty\" && context.nothing")]
    [InlineData("principal has nothing && principal.nothing")]
    [InlineData("context has purpose || context.nothing")]
    [InlineData("principal.hasTag(\"a\") && resource.hasTag(\"a\") && resource.getTag(\"a\")")]
    public void What_can_never_be_evaluated_is_not_checked(string condition) => Assert.Empty(Errors(condition));

    [Theory]
    [InlineData("principal.nmae == \"a\"", "2:1: `Practitioner` has no attribute \"nmae\", it has \"joined\", \"leave\", \"manager\", \"name\", \"phone\", \"role\"")]
    [InlineData("action.name == \"a\"", "2:1: `Action` has no attribute \"name\", it has none")]
    [InlineData("principal.phone == \"a\"", "2:1: \"phone\" may be absent from `Practitioner`: a condition before it must ask with `has`")]
    [InlineData("(context has agreed || principal has phone) && context.agreed", "2:48: \"agreed\" may be absent from `{agreed?: Bool, now: datetime, purpose: String}`: a condition before it must ask with `has`")]
    [InlineData("!(context has agreed) || context.agreed == context.purpose", "2:26: \"agreed\" may be absent from `{agreed?: Bool, now: datetime, purpose: String}`: a condition before it must ask with `has`")]
    [InlineData("(if resource.urgent then context has agreed else true) && context.agreed", "2:59: \"agreed\" may be absent from `{agreed?: Bool, now: datetime, purpose: String}`: a condition before it must ask with `has`")]
    [InlineData("!(principal has name) && principal.nothing", "2:26: `Practitioner` has no attribute \"nothing\", it has \"joined\", \"leave\", \"manager\", \"name\", \"phone\", \"role\"")]
    [InlineData("principal has name.length", "2:1: expected an entity or a record before \"length\", found `String`")]
    [InlineData("principal.getTag(\"a\").isEmpty()", "2:1: this tag may be absent from `Practitioner`: a condition before it must ask with `hasTag`")]
    [InlineData("principal.hasTag(\"a\") && principal.getTag(\"b\").isEmpty()", "2:26: this tag may be absent from `Practitioner`: a condition before it must ask with `hasTag`")]
    [InlineData("resource.getTag(\"a\") == 1", "2:1: `Message` has no tags")]
    [InlineData("principal.name", "2:1: expected `Bool`, found `String`")]
    [InlineData("principal.name < 1", "2:1: expected `Long`, `datetime` or `duration`, found `String`")]
    [InlineData("principal.joined < principal.leave", "2:20: expected `datetime`, found `duration`")]
    [InlineData("principal.name + 1 == 2", "2:1: expected `Long`, found `String`")]
    [InlineData("principal.name == 1", "2:1: only values of one type can be compared, found `String` and `Long`")]
    [InlineData("resource.concern has place && resource.concern.place == { restricted: true }", "2:31: only values of one type can be compared, found `{postcode?: String, restricted: Bool}` and `{restricted: Bool}`")]
    [InlineData("resource.concern has place && resource.concern.place == { restricted: true, postcode: \"a\" }", "2:31: only values of one type can be compared, found `{postcode?: String, restricted: Bool}` and `{postcode: String, restricted: Bool}`")]
    [InlineData("principal.name in resource.sender", "2:1: expected an entity, found `String`")]
    [InlineData("principal in principal.name", "2:14: expected an entity or a set of entities, found `String`")]
    [InlineData("resource.to.contains(1)", "2:1: `Set<Practitioner>` never contains `Long`")]
    [InlineData("resource.to.containsAll([1])", "2:1: only sets of one type can be compared, found `Set<Practitioner>` and `Set<Long>`")]
    [InlineData("[].isEmpty()", "2:1: the type of an empty set cannot be known")]
    [InlineData("[principal, resource].isEmpty()", "2:1: the elements of a set must be of one type, found `Practitioner` and `Message`")]
    [InlineData("(if resource.urgent then 1 else \"a\") == 1", "2:1: `then` and `else` must be of one type, found `Long` and `String`")]
    [InlineData("decimal(principal.name).lessThan(decimal(\"1.0\"))", "2:9: `decimal` takes only text that is written out")]
    [InlineData("decimal(\"1,0\").lessThan(decimal(\"1.0\"))", "2:9: \"1,0\" is no `decimal`")]
    [InlineData("principal is Practitoner", "2:1: expected an entity type of the schema, found `Practitoner`")]
    [InlineData("principal.role == Role::\"dute\"", "2:19: expected one of the 2 ids of `Role`, found `Role::\"dute\"`")]
    [InlineData("action == Action::\"raed\"", "2:11: expected an action of the schema, found `Action::\"raed\"`")]
    public void A_mistake_is_told_with_its_place_and_what_was_expected(string condition, string message) =>
        Assert.Contains($"policy0:{message}", Errors(condition).Select(error => error.Split(" (in requests of")[0]));

    [Fact]
    public void All_mistakes_are_told_at_once_in_the_order_of_the_text_and_each_once() =>
        Assert.Equal(["2:1", "2:29"], Errors("principal.name + 1 == 2 && (resource.size == 1)").Select(error => string.Join(':', error.Split(':')[1..3])));

    private static List<string> Errors(string condition) =>
        [.. Example.Validate($"permit(principal, action in Action::\"share\", resource) when {{\n{condition}\n}};").Errors.Select(error => error.ToString())];
}
