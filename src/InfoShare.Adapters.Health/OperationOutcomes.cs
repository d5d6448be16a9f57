using System.Text.Json.Nodes;
using InfoShare.Adapters.Health.Fhir;
using InfoShare.Adapters.Health.Writing;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Health;

/// <summary>Answers to <c>$process-message</c> in the shape that BaRS gives them. Diagnostics name fields, never values.</summary>
public static class OperationOutcomes
{
    /// <summary>Why a request was not taken: one issue per problem, or one for the status where no field is to blame.</summary>
    /// <param name="status">The HTTP status of the answer, 400 to 599.</param>
    /// <param name="problems">What is wrong.</param>
    public static byte[] For(int status, IReadOnlyList<FieldProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var error = Error.Of(status);
        IReadOnlyList<FieldProblem> all = problems.Count > 0 ? problems : [new("", error.Display)];
        return Write(all.Select(problem => error.Issue(problem)));
    }

    /// <summary>The request was taken: one information issue per message, or one that says there was nothing to send.</summary>
    public static byte[] Accepted(IReadOnlyList<string> messageIds)
    {
        ArgumentNullException.ThrowIfNull(messageIds);
        return Write(messageIds.Select(id => $"accepted: {id}").DefaultIfEmpty("accepted: nothing to send").Select(Information));
    }

    private static JsonObject Information(string diagnostics) =>
        Json.Object(("severity", "information"), ("code", "informational"), ("details", Json.Object(("text", "accepted"))), ("diagnostics", diagnostics));

    private static byte[] Write(IEnumerable<JsonObject> issues) =>
        Json.Bytes(Json.Object(("resourceType", "OperationOutcome"), ("issue", Json.Array(issues))));

    /// <summary>One row of the BaRS table.</summary>
    private sealed record Error(string Code, string IssueType, string Display)
    {
        public static Error Of(int status) => status switch
        {
            401 => new("REC_UNAUTHORIZED", "forbidden", "the sender is not known"),
            403 => new("REC_FORBIDDEN", "forbidden", "the sender may not do this"),
            404 => new("REC_NOT_FOUND", "not-found", "there is nothing here"),
            405 => new("REC_METHOD_NOT_ALLOWED", "not-supported", "the method is not supported"),
            406 => new("REC_NOT_ACCEPTABLE", "processing", "the form asked for cannot be given"),
            408 => new("REC_TIMEOUT", "timeout", "the request took too long"),
            409 => new("REC_CONFLICT", "duplicate", "the id was used before with other content"),
            413 => new("REC_UNPROCESSABLE_ENTITY", "too-costly", "the request is too large"),
            415 => new("REC_BAD_REQUEST", "not-supported", "the content type is not supported"),
            422 => new("REC_UNPROCESSABLE_ENTITY", "not-supported", "the message cannot be used"),
            429 => new("SEND_TOO_MANY_REQUESTS", "throttled", "too many requests"),
            501 => new("REC_NOT_IMPLEMENTED", "not-supported", "this is not implemented"),
            503 => new("REC_SERVICE_UNAVAILABLE", "transient", "try again later"),
            >= 500 => new("REC_SERVER_ERROR", "exception", "something went wrong here"),
            _ => new("REC_BAD_REQUEST", "invalid", "the request cannot be read"),
        };

        public JsonObject Issue(FieldProblem problem) => Json.Object(
            ("severity", "error"),
            ("code", Type(problem)),
            ("details", Json.Object(("coding", Json.Array([Json.Coding(FhirSystems.HttpErrors, Code, Display)])))),
            ("diagnostics", problem.ToString()),
            ("expression", problem.Field.Length == 0 ? null : Json.Array([problem.Field])));

        /// <summary>For a bad request BaRS tells a missing element from a wrong value.</summary>
        private string Type(FieldProblem problem) =>
            Code != "REC_BAD_REQUEST" || IssueType != "invalid" || problem.Field.Length == 0 ? IssueType
            : problem.Problem.StartsWith("is required", StringComparison.Ordinal) ? "required"
            : "value";
    }
}
