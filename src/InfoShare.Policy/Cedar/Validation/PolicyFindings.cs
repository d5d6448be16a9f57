using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>What is wrong with one policy. The same, said of several kinds of request, is kept once.</summary>
internal sealed class PolicyFindings(string policyId)
{
    /// <summary>As many as anybody reads.</summary>
    private const int MostKept = 100;

    private readonly Dictionary<(SourceSpan Span, string Message), ValidationFinding> findings = [];

    /// <summary>In the order of the text.</summary>
    public IEnumerable<ValidationFinding> InOrder =>
        findings.Values.OrderBy(finding => finding.Span.Line).ThenBy(finding => finding.Span.Column).ThenBy(finding => finding.Message, StringComparer.Ordinal);

    public bool IsEmpty => findings.Count == 0;

    public bool IsFull => findings.Count >= MostKept;

    public void Add(SourceSpan span, string message, RequestEnvironment? environment = null)
    {
        if (!IsFull)
            findings.TryAdd((span, message), new(policyId, span, message, environment));
    }
}
