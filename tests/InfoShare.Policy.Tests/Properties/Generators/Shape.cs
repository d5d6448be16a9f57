using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Properties.Generators;

/// <summary>A syntax tree as nested brackets: the same exactly when two trees are, wherever they were read.</summary>
internal static class Shape
{
    public static string Of(CedarPolicy policy) =>
        $"{policy.Id} {policy.Effect} {string.Concat(policy.Annotations)} {Of(policy.Principal)} {Of(policy.Action)} {Of(policy.Resource)} " +
        string.Join(' ', policy.Conditions.Select(condition => $"{condition.Kind} {Of(condition.Body)}"));

    private static string Of(ScopeConstraint constraint) => constraint switch
    {
        ScopeConstraint.Equal c => $"(== {Entity(c.Entity)})",
        ScopeConstraint.In c => $"(in {Entity(c.Entity)})",
        ScopeConstraint.InAny c => $"(in-any {string.Join(' ', c.Entities.Select(Entity))})",
        ScopeConstraint.Is c => $"(is {c.EntityType})",
        ScopeConstraint.IsIn c => $"(is-in {c.EntityType} {Entity(c.Entity)})",
        _ => "any",
    };

    private static string Of(Expr expr) => $"({expr.GetType().Name} {string.Join(' ', ExprParts.Of(expr).Select(Of).Prepend(Own(expr)))})";

    /// <summary>What an expression holds besides its parts.</summary>
    private static string Own(Expr expr) => expr switch
    {
        Expr.Literal { Value: EntityUid uid } => Entity(uid),
        Expr.Literal { Value: CedarString text } => Text(text.Value),
        Expr.Literal e => e.Value.ToString(),
        Expr.Var e => e.Name.ToString(),
        Expr.Unary e => e.Operator.ToString(),
        Expr.Binary e => e.Operator.ToString(),
        Expr.Has e => string.Join(' ', e.Path.Select(Text)),
        Expr.Like e => string.Join(' ', e.Pattern.Pieces.Select(Text)),
        Expr.Is e => e.EntityType,
        Expr.IsIn e => e.EntityType,
        Expr.GetAttr e => Text(e.Attribute),
        Expr.Record e => string.Join(' ', e.Fields.Select(field => Text(field.Key))),
        Expr.ExtensionCall e => e.Function,
        _ => "",
    };

    private static string Entity(EntityUid? uid) => uid is null ? "slot" : $"{uid.Type} {Text(uid.Id)}";

    private static string Text(string text) => $"<{text.Length}:{text}>";
}
