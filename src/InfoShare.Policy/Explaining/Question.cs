using InfoShare.Contracts.Codes;
using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Evaluation;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;
using InfoShare.Policy.Deciding;
using InfoShare.Policy.Sets;

namespace InfoShare.Policy.Explaining;

/// <summary>One question that a policy was asked, and how its rules and their clauses fare with it.</summary>
internal sealed class Question
{
    private readonly CedarFacts cedar;
    private readonly Request request;
    private readonly RequestView view;

    /// <param name="part">May they read this part? Null: may they know of the message?</param>
    public Question(SharingPolicy policy, SharingFacts facts, PartName? part)
    {
        (Policy, Facts, Part) = (policy, facts, part);
        cedar = policy.ForCedar(facts);
        request = part is { } one ? cedar.ToRead(one) : cedar.ToKnow();
        view = new(request, cedar.Entities);
    }

    public SharingPolicy Policy { get; }

    public SharingFacts Facts { get; }

    public PartName? Part { get; }

    /// <summary>The set's own answer.</summary>
    public Verdict Verdict() => Deciding.Verdict.Of(Policy.Compiled, cedar, request);

    /// <summary>How one rule fares, clause by clause.</summary>
    public PolicyTrace Trace(SharingRule rule) => Authorizer.Trace(Policy.Compiled.Policies[rule.Id]!, request, cedar.Entities);

    /// <summary>What an expression is; null where it cannot be evaluated.</summary>
    public CedarValue? ValueOf(Expr expr) => ExprCompiler.Compile(expr)(view).Value;

    /// <summary>Whether a condition is so; null where it cannot be evaluated.</summary>
    public bool? Holds(Expr expr) => (ValueOf(expr) as CedarBool)?.Value;

    /// <summary>The attribute that an expression is, as the schema calls it: <c>message.levelOfNeed</c>; null where it is something else.</summary>
    public string? PathOf(Expr expr) => expr switch
    {
        Expr.Var { Name: Variable.Principal } => "recipient",
        Expr.Var { Name: Variable.Context } => "context",
        Expr.Var { Name: Variable.Resource } => Part is null ? "message" : "part",
        Expr.GetAttr { Attribute: "message", Target: Expr.Var { Name: Variable.Resource } } when Part is not null => "message",
        Expr.GetAttr { Target: var target, Attribute: var attribute } when PathOf(target) is { } path => $"{path}.{attribute}",
        _ => null,
    };

    /// <summary>Whether a clause asks which part or message this is. No change of the facts makes it another.</summary>
    public static bool AsksWhich(Expr clause) => Operands.AllIn(clause)
        .Where(expr => expr is not (Expr.GetAttr or Expr.Has))
        .Any(expr => Operands.Of(expr).Any(operand => operand is Expr.Var { Name: Variable.Resource }));

    /// <summary>Whether a clause asks of which type the message is, or what kind of plan it tells of. Nobody can have it otherwise.</summary>
    public bool AsksType(Expr clause) => clause is Expr.Binary { Left: var left, Right: var right } && new[] { left, right }.Any(one => PathOf(one) is "message.messageType" or "message.planType" or "message.planChange");

    /// <summary>The same question of other facts. Only what the answer depends on is decided: many are tried.</summary>
    public bool WouldGo(SharingFacts facts)
    {
        PartName[] needed = [.. facts.Message.Parts.Where(part => part == Part || (Part is not null && part is PartName.Identity))];
        var decision = Policy.Decide(facts with { Message = facts.Message with { Parts = needed } });
        return decision.MayKnow && (Part is not { } asked || decision.Released.Contains(asked));
    }
}
