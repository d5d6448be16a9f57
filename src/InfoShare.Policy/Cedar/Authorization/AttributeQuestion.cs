using InfoShare.Policy.Cedar.Evaluation;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Authorization;

/// <summary>A clause <c>variable.attribute == value</c> that a policy evaluates before all others.</summary>
internal sealed record AttributeQuestion(Variable Variable, string Attribute, CedarValue Value)
{
    /// <summary>Null where the policy begins with something else.</summary>
    public static AttributeQuestion? Of(CedarPolicy policy)
    {
        if (policy.Conditions is not [{ Kind: ConditionKind.When, Body: var body }, ..])
            return null;
        return CompiledCondition.Clauses(body).First() is Expr.Binary { Operator: BinaryOperator.Equal } equal
            ? Of(equal.Left, equal.Right) ?? Of(equal.Right, equal.Left)
            : null;
    }

    private static AttributeQuestion? Of(Expr attribute, Expr value) => (attribute, value) switch
    {
        (Expr.GetAttr { Target: Expr.Var { Name: var variable }, Attribute: var name }, Expr.Literal { Value: var literal }) => new(variable, name, literal),
        _ => null,
    };
}
