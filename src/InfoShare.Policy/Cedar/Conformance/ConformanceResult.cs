using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Validation;

namespace InfoShare.Policy.Cedar.Conformance;

/// <summary>How far the engine agrees with what Cedar makes of cases.</summary>
/// <param name="Requests">How many there are; those of a case whose file cannot be read are not known.</param>
/// <param name="RequestsAgreed">With decision, reasons and errors.</param>
/// <param name="Validations">One for each case.</param>
public sealed record ConformanceResult(int Requests, int RequestsAgreed, int Validations, int ValidationsAgreed, IReadOnlyList<CaseDifference> Differences)
{
    /// <summary>Of a case.</summary>
    public static ConformanceResult Of(ConformanceCase one)
    {
        var unreadable = Unreadable(one);
        var validation = one.Policies.IsValid && one.Schema.IsValid ? Validation(one) : null;
        var responses = unreadable is null ? one.Requests.Select(request => Response(one, request)).OfType<CaseDifference>().ToList() : [];
        return new(
            one.Requests.Count,
            unreadable is null ? one.Requests.Count - responses.Count : 0,
            1,
            one.Policies.IsValid && one.Schema.IsValid && validation is null ? 1 : 0,
            [.. new[] { unreadable, validation }.OfType<CaseDifference>(), .. responses]);
    }

    /// <summary>Of a case whose file cannot be read.</summary>
    public static ConformanceResult Of(string name, IReadOnlyList<SyntaxError> errors) => new(0, 0, 1, 0, [new(name, null, Words(errors))]);

    /// <summary>Of several together.</summary>
    public static ConformanceResult Sum(IReadOnlyCollection<ConformanceResult> results) => new(
        results.Sum(result => result.Requests), results.Sum(result => result.RequestsAgreed),
        results.Sum(result => result.Validations), results.Sum(result => result.ValidationsAgreed),
        [.. results.SelectMany(result => result.Differences)]);

    private static CaseDifference? Unreadable(ConformanceCase one)
    {
        SyntaxError[] errors = [.. one.Policies.Errors, .. one.Schema.Errors, .. one.Entities.Errors];
        return errors.Length == 0 ? null : new(one.Name, null, Words(errors));
    }

    private static CaseDifference? Validation(ConformanceCase one)
    {
        var policies = one.Policies.Value!;
        var found = PolicyValidator.Validate(one.Schema.Value!, [.. policies.Templates, .. policies.Policies.Select(policy => policy.Policy)]);
        if (found.IsValid == one.IsValidToCedar)
            return null;
        return new(one.Name, null, found.IsValid ? "expected policies that are not valid; found them valid" : $"expected valid policies; found {found.Errors[0]}");
    }

    private static CaseDifference? Response(ConformanceCase one, CaseRequest asked)
    {
        if (asked.Expected.Value is not { } expected)
            return new(one.Name, asked.Name, Words(asked.Expected.Errors));
        var request = expected.ReadRequest(one.Schema.Value!);
        var what = request.IsValid
            ? expected.Difference(Authorizer.Decide(one.Policies.Value!, request.Value, one.Entities.Value!))
            : Words(request.Errors);
        return what is null ? null : new(one.Name, asked.Name, what);
    }

    /// <summary>The first of them are enough to see what is wrong.</summary>
    private static string Words(IReadOnlyList<SyntaxError> errors) => $"cannot be read: {string.Join("; ", errors.Take(3))}";
}
