using InfoShare.Contracts.Codes;

namespace InfoShare.Policy.Scenarios;

/// <summary>A case as a safeguarding lead writes it: what is known of a message and of one possible recipient, and what must be decided. Shape: policies/README.md.</summary>
public sealed record Scenario
{
    /// <summary>The case in a sentence.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where it is written that it must be so: a statute, guidance, or a section of the policy guide.</summary>
    public string Source { get; init; } = "";

    /// <summary>The set that decides; null: the one that is in force <see cref="At"/> the time of the decision.</summary>
    public string? Set { get; init; }

    public ScenarioMessage Message { get; init; } = new();

    public ScenarioRecipient Recipient { get; init; } = new();

    public IReadOnlyList<ScenarioConsent> Consents { get; init; } = [];

    /// <summary>The time of the decision.</summary>
    public DateTimeOffset At { get; init; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Emergency access stands until then; null: there is none.</summary>
    public DateTimeOffset? EmergencyUntil { get; init; }

    /// <summary>Whether the recipient may know of the message at all. Null only in a scenario that is refused.</summary>
    public bool? MayKnow { get; init; }

    /// <summary>Ids of the rules that decide that; null, here and below: not checked.</summary>
    public IReadOnlyList<string>? Because { get; init; }

    /// <summary>Parts that go, whole or masked.</summary>
    public IReadOnlyList<PartName>? Released { get; init; }

    /// <summary>Those of them that go masked.</summary>
    public IReadOnlyList<PartName>? Masked { get; init; }

    /// <summary>Parts that wait for a person.</summary>
    public IReadOnlyList<PartName>? Held { get; init; }

    /// <summary>What the recipient is obliged to.</summary>
    public IReadOnlyList<string>? Obligations { get; init; }

    /// <summary>What the sender is told when it is withheld.</summary>
    public string? Code { get; init; }

    /// <summary>What a policy decides from.</summary>
    public SharingFacts Facts() => new(Message.Facts(), Recipient.Facts(), [.. Consents.Select(consent => consent.Fact())], At, EmergencyUntil);
}
