using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using InfoShare.Bench.Running;
using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Tests.Properties.Generators;
using InfoShare.Tests.Outside;

namespace InfoShare.Bench.Policies;

/// <summary>Has Cedar itself, as WebAssembly in Node, decide the same requests by the same policies; it must answer the same.</summary>
internal static class CedarWasmRun
{
    private const int Rounds = 5;

    /// <param name="policies">In Cedar's notation.</param>
    /// <param name="perSecond">What the engine does.</param>
    public static async Task<CedarWasmFigures> MeasureAsync(string policies, PolicySet set, IReadOnlyList<Question> questions, double perSecond, CancellationToken stop)
    {
        var folder = ProjectRoot.Path("tests", "node");
        if (!System.IO.Directory.Exists(Path.Combine(folder, "node_modules", "@cedar-policy")))
            return CedarWasmFigures.Without("the packages of tests/node are missing: run npm ci --ignore-scripts there");
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, Written(policies, questions), stop);
            using var node = Process.Start(new ProcessStartInfo("node", ["cedar-rate.mjs", file, $"{Rounds}"]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
            return Compared(await AnswerAsync(node, stop), set, questions, perSecond);
        }
        catch (Win32Exception)
        {
            return CedarWasmFigures.Without("node is missing: install Node 20 or newer");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Written(string policies, IReadOnlyList<Question> questions) => new JsonObject
    {
        ["policies"] = policies,
        ["questions"] = new JsonArray([.. questions.Select(question =>
        {
            var json = CaseJson.Of(question.Request);
            json["entities"] = CaseJson.Of(question.Entities.Entities);
            return json;
        })]),
    }.ToJsonString();

    private static async Task<Answer> AnswerAsync(Process node, CancellationToken stop)
    {
        try
        {
            var text = await node.StandardOutput.ReadToEndAsync(stop);
            await node.WaitForExitAsync(stop);
            return node.ExitCode == 0 ? JsonSerializer.Deserialize<Answer>(text, JsonSerializerOptions.Web)! : throw new BenchException("cedar-wasm did not decide the requests");
        }
        catch (OperationCanceledException)
        {
            node.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static CedarWasmFigures Compared(Answer answer, PolicySet set, IReadOnlyList<Question> questions, double perSecond)
    {
        foreach (var (question, theirs) in questions.Zip(answer.Responses, ValueTuple.Create))
        {
            var ours = Authorizer.Decide(set, question.Request, question.Entities);
            if (!theirs.IsSame(ours))
                throw new BenchException($"cedar-wasm answers {question.Request} otherwise: {theirs.Decision} for {string.Join(", ", theirs.Reasons)}, and not {ours.Decision} for {string.Join(", ", ours.Reasons)}");
        }

        if (answer.Responses.Count != questions.Count)
            throw new BenchException($"cedar-wasm answered {answer.Responses.Count} of {questions.Count} requests");
        var middle = answer.PerSecond.Order().ElementAt(answer.PerSecond.Count / 2);
        Progress.Say($"cedar-wasm: {middle:0} decisions/s");
        return new(answer.Responses.Count, Math.Round(middle), Math.Round(answer.PerSecond.Min()), Math.Round(answer.PerSecond.Max()), Math.Round(perSecond / middle, 1), null);
    }

    private sealed record Answer(IReadOnlyList<OneResponse> Responses, IReadOnlyList<double> PerSecond);

    private sealed record OneResponse(string Decision, IReadOnlyList<string> Reasons, IReadOnlyList<string> Errors)
    {
        public bool IsSame(Response ours) =>
            string.Equals(Decision, $"{ours.Decision}", StringComparison.OrdinalIgnoreCase)
            && Reasons.ToHashSet().SetEquals(ours.Reasons)
            && Errors.ToHashSet().SetEquals(ours.Errors.Select(error => error.PolicyId));
    }
}
