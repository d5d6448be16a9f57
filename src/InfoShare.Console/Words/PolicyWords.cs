using InfoShare.Console.Policies;
using InfoShare.Contracts.Codes;
using InfoShare.Policy.Explaining;
using InfoShare.Policy.Sets;
using InfoShare.Routing.Replaying;
using Change = InfoShare.Routing.Replaying.Change;

namespace InfoShare.Console.Words;

/// <summary>What the pages about the policy say in words.</summary>
internal static class PolicyWords
{
    public static string Of(Change change) => change switch
    {
        Change.NewlyTold => "told of the message, and was not before",
        Change.NoLongerTold => "not told of the message, and was before",
        Change.PartReleased => "gets the part, and did not before",
        Change.PartWithheld => "does not get the part, and did before",
        Change.ChangedBasis => "as before, on another lawful basis",
        _ => "as before, for other reasons, with other duties or codes",
    };

    public static string Of(Gets gets) => gets switch
    {
        Gets.Always => "Always",
        Gets.WithAgreement => "With agreement",
        _ => "Never",
    };

    /// <summary>The colour of its tag.</summary>
    public static string ColourOf(Gets gets) => gets switch
    {
        Gets.Always => "green",
        Gets.WithAgreement => "yellow",
        _ => "grey",
    };

    /// <summary>Of a difference: which part, or the message as such.</summary>
    public static string Of(PartName? part) => part is { } one ? CaseWords.Of(one) : "The message";

    public static string Role(string role) => CaseWords.Label(role).Replace("Gp ", "GP ", StringComparison.Ordinal);

    /// <summary>Why, and of a rule that is about parts alone, which of them and whose: many have the same reason.</summary>
    public static string Summary(SharingRule rule, RuleWords words)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(words);
        return Sentence(words.Knows || words.When.Count == 0 ? rule.Because : $"{string.Join("; ", words.When)}: {rule.Because}");
    }

    /// <summary>With a capital.</summary>
    public static string Sentence(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>A scenario's field.</summary>
    public static string Field(string what) => what switch
    {
        "mayKnow" => "may know",
        "because" => "because of",
        "released" => "released parts",
        "masked" => "masked parts",
        "held" => "held parts",
        _ => what,
    };
}
