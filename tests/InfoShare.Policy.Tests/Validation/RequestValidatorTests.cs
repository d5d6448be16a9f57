using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Validation;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Validation;

public sealed class RequestValidatorTests
{
    private static readonly Request Good = new(
        new("Practitioner", "p"), new("Action", "read"), new("Message", "m"),
        new([new("purpose", new CedarString("care")), new("now", new CedarDateTime(0))]));

    [Fact]
    public void A_request_conforms_whose_parts_are_of_the_types_that_its_action_applies_to() =>
        Assert.Empty(RequestValidator.Problems(Example.Schema, Good));

    [Fact]
    public void An_action_must_be_declared() =>
        Assert.Equal(["the action `Action::\"raed\"` is not declared"], Problems(Good with { Action = new("Action", "raed") }));

    [Fact]
    public void Principal_and_resource_must_be_of_its_types() => Assert.Equal(
        [
            "the principal of `Action::\"read\"` must be of `Practitioner`, found `Team::\"t\"`",
            "the resource of `Action::\"read\"` must be of `Message`, found `Folder::\"f\"`",
        ],
        Problems(Good with { Principal = new("Team", "t"), Resource = new("Folder", "f") }));

    [Fact]
    public void An_action_that_only_groups_others_is_in_no_request() =>
        Assert.Contains("must be of no type: it is in no request", Problems(Good with { Action = new("Action", "share") })[0], StringComparison.Ordinal);

    [Fact]
    public void The_context_has_what_its_type_says_and_nothing_else() => Assert.Equal(
        [
            "`context` must have the attribute \"purpose\"",
            "`context.now` must be `datetime`, found long",
            "`context` cannot have the attribute \"mood\"",
        ],
        Problems(Good with { Context = new([new("now", new CedarLong(1)), new("mood", new CedarString("good"))]) }));

    private static IReadOnlyList<string> Problems(Request request) => RequestValidator.Problems(Example.Schema, request);
}
