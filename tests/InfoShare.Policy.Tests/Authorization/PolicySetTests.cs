using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Tests.Evaluation;

namespace InfoShare.Policy.Tests.Authorization;

public sealed class PolicySetTests
{
    private const string Template = "@id(\"t\") permit (principal in ?principal, action, resource == ?resource) when { principal has level };";

    [Fact]
    public void A_template_decides_only_where_it_is_linked()
    {
        Assert.Equal(Decision.Deny, Authorizer.Decide(Set(), Evaluating.Request, Evaluating.World).Decision);
        var linked = Set(new TemplateLink("t", "l", new("Team", "duty"), Evaluating.Note), new TemplateLink("t", "other", new("Team", "night"), Evaluating.Note));

        Assert.Equal(["l"], Authorizer.Decide(linked, Evaluating.Request, Evaluating.World).Reasons);
        Assert.Equal(
            "@id(\"t\")\npermit (principal in Team::\"duty\", action, resource == Note::\"n\")\nwhen { principal has level };",
            PolicyPrinter.Print(linked["l"]!.Policy));
        Assert.Equal("t", Assert.Single(linked.Templates).Id);
        Assert.Null(linked["t"]);
    }

    [Fact]
    public void All_that_is_wrong_with_a_set_is_said()
    {
        var (set, problems) = PolicySet.Of(
            Policies(Template + Template),
            new TemplateLink("none", "a", null, null),
            new TemplateLink("t", "b", null, Evaluating.Note),
            new TemplateLink("t", "c", Evaluating.Ann, null));

        Assert.Null(set);
        Assert.Equal(
            [
                "the id `t` is there 2 times", "the link `a` names no template: `none`",
                "the link `b` does not fill `?principal` of the template `t`", "the link `c` does not fill `?resource` of the template `t`",
            ],
            problems);
    }

    [Fact]
    public void A_link_cannot_fill_a_slot_that_is_not_there() =>
        Assert.Equal(
            ["the template `t` has no slot `?resource` for the link `l`"],
            PolicySet.Of(Policies("@id(\"t\") permit (principal == ?principal, action, resource);"), new TemplateLink("t", "l", Evaluating.Ann, Evaluating.Note)).Problems);

    private static PolicySet Set(params TemplateLink[] links) => PolicySet.Of(Policies(Template), links).Set!;

    private static IReadOnlyList<CedarPolicy> Policies(string text) => PolicyText.Parse(text, (policy, _) => policy.Annotated("id")!).Value!;
}
