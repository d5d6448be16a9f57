using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Evaluation;

/// <summary>Whether an entity is below another, and of which type.</summary>
internal static class Membership
{
    public static Evaluator In(Evaluator left, Evaluator right) => request =>
    {
        var first = left(request);
        if (first.Value is null)
            return first;
        var second = right(request);
        if (second.Value is null)
            return second;
        return first.Value is EntityUid entity ? In(request, entity, second) : first.NotA("entity");
    };

    public static Evaluator Is(Evaluator target, string type) => request =>
    {
        var value = target(request);
        return value.Value is EntityUid entity ? Evaluated.Of(entity.Type == type) : value.NotA("entity");
    };

    /// <summary>The ancestor is evaluated only where the type is the one.</summary>
    public static Evaluator IsIn(Evaluator target, string type, Evaluator ancestor) => request =>
    {
        var value = target(request);
        if (value.Value is not EntityUid entity)
            return value.NotA("entity");
        if (entity.Type != type)
            return Evaluated.False;
        var above = ancestor(request);
        return above.Value is null ? above : In(request, entity, above);
    };

    private static Evaluated In(RequestView request, EntityUid entity, Evaluated right)
    {
        if (right.Value is EntityUid other)
            return Evaluated.Of(request.IsIn(entity, other));
        if (right.Value is not CedarSet set)
            return right.NotA("entity or set of entities");

        // A set with anything else in it is an error even where the entity is in it.
        var found = false;
        foreach (var element in set.Elements)
        {
            if (element is not EntityUid one)
                return Evaluated.WrongType(element, "entity");
            found = found || request.IsIn(entity, one);
        }

        return Evaluated.Of(found);
    }
}
