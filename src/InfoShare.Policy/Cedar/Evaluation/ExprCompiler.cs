using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Evaluation;

/// <summary>Turns expressions into delegates. What asks nothing of the request is evaluated here, once.</summary>
/// <remarks>
/// Cedar documentation, "Operators and functions". Operands are evaluated from left to right, and the first error is the
/// expression's.
/// </remarks>
internal static class ExprCompiler
{
    public static Evaluator Compile(Expr expr) => IsConstant(expr) ? Constant(Constant(expr)) : expr switch
    {
        Expr.Var e => Compile(e.Name),
        Expr.If e => Logic.If(Compile(e.Test), Compile(e.Then), Compile(e.Else)),
        Expr.And e => Logic.And(Compile(e.Left), Compile(e.Right)),
        Expr.Or e => Logic.Or(Compile(e.Left), Compile(e.Right)),
        Expr.Unary e => Compile(e),
        Expr.Binary e => Compile(e),
        Expr.Has e => Attributes.Has(Compile(e.Target), e.Path),
        Expr.GetAttr { Target: Expr.Var { Name: var variable } } e => Attributes.Get(variable, e.Attribute),
        Expr.GetAttr e => Attributes.Get(Compile(e.Target), e.Attribute),
        Expr.Like e => Comparisons.Like(Compile(e.Target), e.Pattern),
        Expr.Is e => Membership.Is(Compile(e.Target), e.EntityType),
        Expr.IsIn e => Membership.IsIn(Compile(e.Target), e.EntityType, Compile(e.Ancestor)),
        Expr.Set e => Collections.Set([.. e.Elements.Select(Compile)]),
        Expr.Record e => Collections.Record([.. e.Fields.Select(field => KeyValuePair.Create(field.Key, Compile(field.Value)))]),
        Expr.ExtensionCall e => ExtensionCalls.Compile(e.Function, [.. e.Arguments.Select(Compile)]),
        _ => throw new ArgumentOutOfRangeException(nameof(expr)),
    };

    /// <summary>What an expression of literals, sets, records and extension functions evaluates to.</summary>
    public static Evaluated Constant(Expr expr) => expr switch
    {
        Expr.Literal e => e.Value,
        Expr.Set e => Collections.SetOf([.. e.Elements.Select(Constant)]),
        Expr.Record e => Collections.RecordOf([.. e.Fields.Select(field => field.Key)], [.. e.Fields.Select(field => Constant(field.Value))]),
        Expr.ExtensionCall e => ExtensionCalls.Call(e.Function, [.. e.Arguments.Select(Constant)]),
        _ => throw new ArgumentOutOfRangeException(nameof(expr)),
    };

    private static Evaluator Constant(Evaluated value) => _ => value;

    private static bool IsConstant(Expr expr) => expr switch
    {
        Expr.Literal => true,
        Expr.Set e => e.Elements.All(IsConstant),
        Expr.Record e => e.Fields.All(field => IsConstant(field.Value)),
        Expr.ExtensionCall e => e.Arguments.All(IsConstant),
        _ => false,
    };

    private static Evaluator Compile(Variable variable) => variable switch
    {
        Variable.Principal => request => request.Request.Principal,
        Variable.Action => request => request.Request.Action,
        Variable.Resource => request => request.Request.Resource,
        _ => request => request.Request.Context,
    };

    private static Evaluator Compile(Expr.Unary e)
    {
        var operand = Compile(e.Operand);
        return e.Operator switch
        {
            UnaryOperator.Not => Logic.Not(operand),
            UnaryOperator.Negate => Arithmetic.Negate(operand),
            _ => Collections.IsEmpty(operand),
        };
    }

    private static Evaluator Compile(Expr.Binary e)
    {
        var (left, right) = (Compile(e.Left), Compile(e.Right));
        return e.Operator switch
        {
            BinaryOperator.Equal => Equal(left, e.Right, right),
            BinaryOperator.NotEqual => Logic.Not(Equal(left, e.Right, right)),
            BinaryOperator.Less => Comparisons.Ordered(left, right, static order => order < 0),
            BinaryOperator.LessOrEqual => Comparisons.Ordered(left, right, static order => order <= 0),
            BinaryOperator.Greater => Comparisons.Ordered(left, right, static order => order > 0),
            BinaryOperator.GreaterOrEqual => Comparisons.Ordered(left, right, static order => order >= 0),
            BinaryOperator.Add => Arithmetic.Checked(left, right, "addition", static (a, b) => (Int128)a + b),
            BinaryOperator.Subtract => Arithmetic.Checked(left, right, "subtraction", static (a, b) => (Int128)a - b),
            BinaryOperator.Multiply => Arithmetic.Checked(left, right, "multiplication", static (a, b) => (Int128)a * b),
            BinaryOperator.In => Membership.In(left, right),
            BinaryOperator.Contains => Collections.Contains(left, right),
            BinaryOperator.ContainsAll => Collections.Both(left, right, static (a, b) => a.ContainsAll(b)),
            BinaryOperator.ContainsAny => Collections.Both(left, right, static (a, b) => a.ContainsAny(b)),
            BinaryOperator.GetTag => Attributes.GetTag(left, right),
            _ => Attributes.HasTag(left, right),
        };
    }

    private static Evaluator Equal(Evaluator left, Expr right, Evaluator compiled) =>
        right is Expr.Literal { Value: var constant } ? Comparisons.EqualTo(left, constant) : Comparisons.Equal(left, compiled);
}
