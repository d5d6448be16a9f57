using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Tests.Properties.Generators;
using InfoShare.Policy.Tests.Reference;
using InfoShare.Tests;
using InfoShare.Tests.Outside;

namespace InfoShare.Policy.Tests.Properties;

/// <summary>Cedar's own implementation, as WebAssembly in Node, on generated cases. Skipped where Node or the package is missing.</summary>
public sealed class CedarItselfTests
{
    private const int Size = 50;

    [Fact]
    public void Engine_and_reference_decide_as_Cedar_itself_does_for_the_same_reasons_with_the_same_errors() => AssertDecidedAlike(200);

    [Fact]
    [Trait("Length", "long")]
    public void They_decide_thousands_of_cases_as_Cedar_itself_does() => AssertDecidedAlike(2_000);

    [Fact]
    public void Cedar_itself_understands_the_JSON_that_the_engine_writes_and_the_engine_that_of_Cedar()
    {
        var cases = Sample(Cases.All.Generator.Where(c => !HasGreatIntegers(c)), 200);

        foreach (var (c, answer) in cases.Zip(AnsweredByCedar("cedar-decide.mjs", cases.Select(c => Written(c, PolicyAsJson)), "--json")))
        {
            Assert.Equal(Engine.Decide(c), ReadAnswer(answer!));
            var policies = answer!["policies"]!.AsObject().Select(policy => PolicyJson.Read(policy.Value!.ToJsonString(), policy.Key).Value!);
            Assert.Equal(Engine.Decide(c), Engine.Decide(c with { Policies = [.. policies] }));
        }
    }

    [Fact]
    public void A_damaged_text_is_a_policy_exactly_when_it_is_one_to_Cedar_itself() => AssertReadAlike(2_000);

    [Fact]
    [Trait("Length", "long")]
    public void Each_of_many_damaged_texts_is_a_policy_exactly_when_it_is_one_to_Cedar_itself() => AssertReadAlike(50_000);

    private static void AssertDecidedAlike(int count)
    {
        var cases = Sample(Cases.All.Generator, count);

        foreach (var (c, answer) in cases.Zip(AnsweredByCedar("cedar-decide.mjs", cases.Select(c => Written(c, policy => PolicyPrinter.Print(policy))))))
        {
            var expected = ReadAnswer(answer!);
            Assert.True(expected == Engine.Decide(c), $"Cedar: {expected}\nengine: {Engine.Decide(c)}\n{c}");
            Assert.True(expected == ReferenceAuthorizer.Decide(c.Policies, c.Request, c.Entities), $"Cedar: {expected}\n{c}");
        }
    }

    private static void AssertReadAlike(int count)
    {
        var texts = Sample(DamagedTexts.Any, count);

        foreach (var (text, error) in texts.Zip(AnsweredByCedar("cedar-parse.mjs", texts.Select(text => (JsonNode)text))))
        {
            var parsed = PolicyText.Parse(text);
            Assert.True(parsed.IsValid == error is null, $"Cedar: {error?.ToString() ?? "a policy"}\nengine: {(parsed.IsValid ? "a policy" : parsed.Errors[0])}\n{text}");
        }
    }

    private static List<T> Sample<T>(Gen<T> generator, int count) => [.. generator.Sample(count, Runs.Random, Size)];

    /// <summary>An answer for each question, in the same order.</summary>
    private static List<JsonNode?> AnsweredByCedar(string script, IEnumerable<JsonNode> questions, params string[] flags)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("questions.jsonl");
        File.WriteAllLines(file, questions.Select(question => question.ToJsonString()));

        var answer = NodeScript.Run(script, [file, .. flags]);
        Assert.True(answer.ExitCode == 0, answer.Output);
        return [.. answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line))];
    }

    private static JsonObject Written(Case c, Func<CedarPolicy, JsonNode?> policy) => new()
    {
        ["policies"] = new JsonObject(c.Policies.Select(p => KeyValuePair.Create(p.Id, policy(p)))),
        ["entities"] = CaseJson.Of(c.Entities),
        ["request"] = CaseJson.Of(c.Request),
    };

    private static JsonNode? PolicyAsJson(CedarPolicy policy) => JsonNode.Parse(PolicyJson.Write(policy));

    /// <summary>JavaScript has no integers of 64 bits, so no JSON that went through it has.</summary>
    private static bool HasGreatIntegers(Case c) => c.Policies.Any(policy => PolicyPrinter.Print(policy).Contains("922337203685477580", StringComparison.Ordinal));

    private static Answer ReadAnswer(JsonNode answer) => new(
        answer["decision"]!.GetValue<string>() == "allow" ? Decision.Allow : Decision.Deny,
        answer["reasons"].Deserialize<string[]>()!,
        answer["errors"].Deserialize<string[]>()!);
}
