using System.CommandLine;
using InfoShare.Policy.Explaining;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare policy explain</c> was asked.</summary>
/// <param name="DeliveryId">The delivery whose latest decision is to be explained.</param>
/// <param name="Audience">For whom.</param>
/// <param name="Data">The data folder; null: <c>./data</c>.</param>
/// <param name="Config">The settings, where the records are in PostgreSQL; null: those of the sample.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
public sealed record PolicyExplainOptions(string DeliveryId, Audience Audience, string? Data, string? Config, bool Json);

/// <summary><c>infoshare policy explain</c>: why one decision came out as it did.</summary>
public static class PolicyExplainCommand
{
    private static readonly IReadOnlyDictionary<string, Audience> Audiences = new Dictionary<string, Audience>
    {
        ["sender"] = Audience.Sender,
        ["recipient"] = Audience.Recipient,
        ["operator"] = Audience.Operator,
        ["governance"] = Audience.Governance,
    };

    public static Command Create(Func<PolicyExplainOptions, CancellationToken, Task<int>> handler)
    {
        var delivery = new Argument<string>("DELIVERY-ID|FILE") { Description = "The delivery whose latest decision is to be explained, as the status page shows it; or a file of scenarios." };
        var audience = new Option<Audience>("--audience")
        {
            HelpName = "WHO",
            Description = $"For whom: {string.Join(", ", Audiences.Keys)}; each is told only what it may know; default governance.",
            DefaultValueFactory = _ => Audience.Governance,
            CustomParser = result =>
            {
                if (Audiences.TryGetValue(result.Tokens[0].Value, out var known))
                    return known;
                result.AddError($"--audience must be one of {string.Join(", ", Audiences.Keys)}");
                return default;
            },
        };
        var data = StandardOptions.Data("The data folder; default ./data.");
        var config = StandardOptions.Config();
        var json = StandardOptions.Json();
        var explain = new Command("explain", "Say why something was or was not shared, rule by rule, and what would have changed it.") { delivery, audience, data, config, json };
        explain.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetRequiredValue(delivery), parsed.GetValue(audience), parsed.GetValue(data), parsed.GetValue(config), parsed.GetValue(json)), cancellationToken));
        return explain;
    }
}
