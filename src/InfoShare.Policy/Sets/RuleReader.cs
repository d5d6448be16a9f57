using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Sets;

/// <summary>Reads the policies of one file, and refuses what could decide without saying why. Pure.</summary>
internal static class RuleReader
{
    private static readonly string[] Known = ["id", "basis", "because", "obligation", "code"];

    public static (IReadOnlyList<SharingRule> Rules, IReadOnlyList<PolicyProblem> Problems) Read(string file, string text)
    {
        var parsed = PolicyText.Parse(text, (policy, _) => policy.Annotated("id") ?? "");
        if (!parsed.IsValid)
            return ([], [.. parsed.Errors.Select(error => new PolicyProblem(file, error.Line, error.Column, error.Message))]);

        SharingRule[] rules = [.. parsed.Value.Select(policy => new SharingRule(policy, file))];
        return (rules, [.. rules.SelectMany(rule => Problems(rule).Select(message => new PolicyProblem(file, rule.Policy.Span.Line, rule.Policy.Span.Column, message)))]);
    }

    private static IEnumerable<string> Problems(SharingRule rule)
    {
        if (rule.Id.Length == 0)
            yield return "has no @id";
        if (rule.Policy.IsTemplate)
            yield return "is a template; a sharing policy has none";
        if (rule.Because.Length == 0)
            yield return "has no @because";
        if (rule.Permits && rule.Basis.Count == 0)
            yield return "permits without a @basis";
        foreach (var basis in rule.Basis.Where(basis => !LawfulBasis.Sources.ContainsKey(basis)))
            yield return $"names the basis `{basis}`, which is not in the list of the policy guide";
        if (!rule.Permits && !WithheldCodes.ForPolicies.Contains(rule.Code))
            yield return $"has the @code `{rule.Code}`; it is one of {string.Join(", ", WithheldCodes.ForPolicies)}";
        foreach (var annotation in rule.Policy.Annotations.Where(annotation => !Known.Contains(annotation.Name)))
            yield return $"has @{annotation.Name}; known are {string.Join(", ", Known.Select(name => $"@{name}"))}";
    }
}
