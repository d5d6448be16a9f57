using FsCheck;
using FsCheck.Fluent;
using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;
using InfoShare.Policy.Tests.Properties.Generators;
using InfoShare.Policy.Tests.Reference;

namespace InfoShare.Policy.Tests.Properties;

/// <summary>The engine, which compiles and indexes, against the reference, which does neither.</summary>
public sealed class AgreementTests
{
    [Fact]
    public void The_engine_decides_as_the_reference_does_for_the_same_reasons_with_the_same_errors() => Decisions.Check(Runs.Few);

    [Fact]
    [Trait("Length", "long")]
    public void The_engine_decides_every_case_as_the_reference_does() => Decisions.Check(Runs.Many);

    [Fact]
    public void So_it_does_where_most_policies_do_not_apply() =>
        Prop.ForAll(Policies.OfMany(60).Zip(Cases.All.Generator, (policies, c) => c with { Policies = policies }).ToArbitrary(), AssertAgreed).Check(Runs.Fewer);

    [Fact]
    public void A_linked_template_decides_as_the_policy_with_its_slots_filled() =>
        Prop.ForAll(Templates.ToArbitrary(), t =>
        {
            var link = new TemplateLink(t.Template.Id, "linked", t.Template.Principal.HasSlot ? t.Principal : null, t.Template.Resource.HasSlot ? t.Resource : null);
            var filled = t.Template with { Id = "linked", Principal = Filled(t.Template.Principal, t.Principal), Resource = Filled(t.Template.Resource, t.Resource) };

            var response = Authorizer.Decide(Engine.SetOf([t.Template], link), t.Case.Request, Engine.StoreOf(t.Case.Entities));

            Assert.Equal(ReferenceAuthorizer.Decide([filled], t.Case.Request, t.Case.Entities), Answer.Of(response));
        }).Check(Runs.Few);

    [Fact]
    public void A_trace_tells_of_the_policy_and_of_each_condition_what_the_reference_tells() =>
        Prop.ForAll(Cases.All, c =>
        {
            var reference = new ReferenceInterpreter(c.Request, c.Entities);
            foreach (var policy in Engine.SetOf(c.Policies).Policies)
            {
                var trace = Authorizer.Trace(policy, c.Request, Engine.StoreOf(c.Entities));

                Assert.Equal(reference.IsSatisfied(policy.Policy), trace.Outcome.Value);
                Assert.Equal(policy.Policy.Conditions.Select(condition => Holds(reference, condition)), trace.Conditions.Select(condition => condition.Outcome.Value));
            }
        }).Check(Runs.Few);

    private static Property Decisions => Prop.ForAll(Cases.All, AssertAgreed);

    private static void AssertAgreed(Case c) => Assert.Equal(ReferenceAuthorizer.Decide(c.Policies, c.Request, c.Entities), Engine.Decide(c));

    private static Gen<(CedarPolicy Template, EntityUid Principal, EntityUid Resource, Case Case)> Templates =>
        from template in Policies.Template.Where(policy => policy.IsTemplate)
        from principal in CedarValues.Uids
        from resource in CedarValues.Uids
        from c in Cases.All.Generator
        select (template, principal, resource, c);

    private static bool? Holds(ReferenceInterpreter reference, Condition condition) =>
        reference.Evaluate(condition.Body) is CedarBool body ? body.Value == condition.Kind is ConditionKind.When : null;

    private static ScopeConstraint Filled(ScopeConstraint constraint, EntityUid entity) => constraint switch
    {
        ScopeConstraint.Equal { Entity: null } => new ScopeConstraint.Equal(entity, default),
        ScopeConstraint.In { Entity: null } => new ScopeConstraint.In(entity, default),
        ScopeConstraint.IsIn { Entity: null, EntityType: var type } => new ScopeConstraint.IsIn(type, entity, default),
        _ => constraint,
    };
}
