using System.Text;
using InfoShare.Policy.Cedar.Syntax.Printing;

namespace InfoShare.Policy.Cedar.Syntax;

/// <summary>Writes policies in Cedar's own notation; what is written parses to the same policy.</summary>
public static class PolicyPrinter
{
    /// <summary>A policy or template on several lines, without a line end behind it.</summary>
    public static string Print(CedarPolicy policy)
    {
        var text = new StringBuilder();
        foreach (var annotation in policy.Annotations)
            text.Append('@').Append(annotation.Name).Append('(').Append(Quoted.Text(annotation.Value)).Append(")\n");
        text.Append(policy.Effect == Effect.Permit ? "permit" : "forbid")
            .Append(" (").Append(Print(policy.Principal, Variable.Principal))
            .Append(", ").Append(Print(policy.Action, Variable.Action))
            .Append(", ").Append(Print(policy.Resource, Variable.Resource)).Append(')');
        foreach (var condition in policy.Conditions)
            text.Append('\n').Append(condition.Kind == ConditionKind.When ? "when" : "unless").Append(" { ").Append(Print(condition.Body)).Append(" }");
        return text.Append(';').ToString();
    }

    /// <summary>A part of a scope on one line: <c>principal in Group::"a"</c>.</summary>
    public static string Print(ScopeConstraint constraint, Variable variable) => ScopePrinter.Print(constraint, variable);

    /// <summary>An expression on one line, with no more parentheses than Cedar needs.</summary>
    public static string Print(Expr expr) => ExprPrinter.Print(expr);
}
