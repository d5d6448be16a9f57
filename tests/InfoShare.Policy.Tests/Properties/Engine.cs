using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;
using InfoShare.Policy.Tests.Properties.Generators;
using InfoShare.Policy.Tests.Reference;

namespace InfoShare.Policy.Tests.Properties;

/// <summary>The engine under test.</summary>
internal static class Engine
{
    public static Answer Decide(Case c) => Decide(c.Policies, c.Request, c.Entities);

    public static Answer Decide(IReadOnlyList<CedarPolicy> policies, Request request, IReadOnlyList<Entity> entities) =>
        Answer.Of(Authorizer.Decide(SetOf(policies), request, StoreOf(entities)));

    public static PolicySet SetOf(IReadOnlyList<CedarPolicy> policies, params IReadOnlyList<TemplateLink> links)
    {
        var (set, problems) = PolicySet.Of(policies, links);
        return set ?? throw new InvalidOperationException(string.Join("; ", problems));
    }

    public static EntityStore StoreOf(IReadOnlyList<Entity> entities)
    {
        var (store, problem) = EntityStore.Of(entities);
        return store ?? throw new InvalidOperationException(problem);
    }
}
