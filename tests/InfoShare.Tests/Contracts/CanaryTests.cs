using System.Text;
using System.Text.Json.Nodes;
using InfoShare.Contracts.Wire;
using Xunit;

namespace InfoShare.Tests.Contracts;

/// <summary>
/// What is wrong with a message may be logged and sent back, so it never repeats what the message says. A canary is put
/// in every place of every example, as value and as name, and looked for in every problem.
/// </summary>
public sealed class CanaryTests
{
    private const string Canary = "Canary Testperson";
    private const string CanaryNumber = "9434765919";

    private static readonly string[] Texts =
        [Canary, $"{Canary}'].data[{CanaryNumber}", $"data'][{CanaryNumber}", $"{Canary} \u00e9 \U0001F600\n\"\\", string.Concat(Enumerable.Repeat(Canary, 2_000))];

    public static TheoryData<string> Names => ContractFiles.Names();

    [Theory, MemberData(nameof(Names))]
    public void No_problem_repeats_a_value(string name) => Assert.All(
        from example in new[] { ContractFiles.ReadExample(name) }
        from steps in JsonSpots.Of(example)
        from text in Texts
        from planted in new JsonNode[] { text, new JsonArray(text), new JsonObject { [text] = text }, JsonNode.Parse(CanaryNumber)! }
        select ContractFiles.Bytes(JsonSpots.With(example, steps, planted)),
        SaysNothing);

    [Theory, MemberData(nameof(Names))]
    public void No_problem_repeats_a_name_that_is_not_ours(string name) => Assert.All(
        from example in new[] { ContractFiles.ReadExample(name) }
        from steps in JsonSpots.Of(example)
        where JsonSpots.At(example, steps) is JsonObject
        from text in Texts
        from bad in BadFields(text)
        select Encoding.UTF8.GetBytes(JsonSpots.With(example, steps, "@@").ToJsonString().Replace("\"@@\"", bad, StringComparison.Ordinal)),
        SaysNothing);

    [Theory, MemberData(nameof(Names))]
    public void No_problem_repeats_a_value_of_a_message_cut_short(string name)
    {
        var message = ContractFiles.Bytes(Filled(ContractFiles.ReadExample(name)));

        Assert.All(Enumerable.Range(0, message.Length), length => SaysNothing(message[..length]));
    }

    [Theory, MemberData(nameof(Names))]
    public void No_problem_repeats_a_value_of_a_message_with_damaged_bytes(string name)
    {
        var message = ContractFiles.Bytes(Filled(ContractFiles.ReadExample(name)));
        var random = new Random(20261120);

        for (var run = 0; run < 2_000; run++)
        {
            var damaged = message.ToArray();
            for (var hit = 0; hit <= run % 4; hit++)
                damaged[random.Next(damaged.Length)] = (byte)"{}[]\",:\\u0 \n"[random.Next(12)];
            SaysNothing(damaged);
        }
    }

    /// <summary>Objects with an unknown name, broken in every way in which the place of the fault is worked out.</summary>
    private static string[] BadFields(string name)
    {
        var quoted = JsonValue.Create(name).ToJsonString();
        return [$"{{{quoted}:1,{quoted}:1}}", $"{{{quoted}:}}", $"{{{quoted}:[{{{quoted}:tru}}]}}", $"{{{quoted}:{new string('[', 40)}", $"{{{quoted}:\"\\ud800\"}}"];
    }

    /// <summary>The example with the canary at the end of every text.</summary>
    private static JsonNode Filled(JsonNode example) => JsonSpots.Of(example)
        .Where(steps => steps[0] == "data" && JsonSpots.At(example, steps) is JsonValue value && value.TryGetValue<string>(out _))
        .Aggregate(example, (message, steps) => JsonSpots.With(message, steps, $"{JsonSpots.At(message, steps)} {Canary}"));

    private static void SaysNothing(byte[] message)
    {
        var read = WireReader.Read(message);

        Assert.Equal(read.Value is null, read.Problems.Count > 0);
        Assert.All(read.Problems, problem =>
        {
            Assert.DoesNotContain("Canary", problem.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(CanaryNumber, problem.ToString(), StringComparison.Ordinal);
        });
    }
}
