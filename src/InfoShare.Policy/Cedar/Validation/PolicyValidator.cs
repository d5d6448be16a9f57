using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>Validates policies and templates against a schema, in Cedar's strict mode.</summary>
/// <remarks>
/// Cedar documentation, "Cedar policy validation". A scope that allows no request is an error, as to Cedar before 4.13 and in
/// its public conformance cases; to 4.13 it is a warning.
/// </remarks>
public static class PolicyValidator
{
    /// <summary>All that is wrong with all of them. A link of a template is validated as the policy that it is.</summary>
    public static ValidationResult Validate(CedarSchema schema, IEnumerable<CedarPolicy> policies)
    {
        var (errors, warnings) = (new List<ValidationFinding>(), new List<ValidationFinding>());
        foreach (var policy in policies)
        {
            var findings = new PolicyFindings(policy.Id);
            if (!MayApply(schema, policy, findings) && findings.IsEmpty)
                warnings.Add(new(policy.Id, policy.Span, "this policy never applies: its conditions are false in every request that its scope allows"));
            errors.AddRange(findings.InOrder);
        }

        return new(errors, warnings);
    }

    /// <summary>Finds what is wrong. False when the conditions are false in every request that the scope allows.</summary>
    private static bool MayApply(CedarSchema schema, CedarPolicy policy, PolicyFindings findings)
    {
        new ReferenceCheck(schema, findings).Check(policy);
        var shapes = new ExprShapes();
        var (any, mayApply) = (false, false);
        foreach (var environment in RequestEnvironments.Of(policy, schema))
        {
            any = true;
            mayApply |= MayApply(policy, new TypeChecker(schema, environment, shapes, findings));
            if (findings.IsFull)
                break;
        }

        if (!any)
            findings.Add(policy.Span, "the scope allows no request: no action of the schema that it names applies to such a principal and resource");
        return mayApply;
    }

    private static bool MayApply(CedarPolicy policy, TypeChecker checker)
    {
        var known = Capabilities.None;
        foreach (var condition in policy.Conditions)
        {
            var body = checker.CheckCondition(condition.Body, known);
            if (body.Known == (condition.Kind == ConditionKind.Unless))
                return false;
            if (condition.Kind == ConditionKind.When)
                known = known.Or(body.Gained);
        }

        return true;
    }
}
