using InfoShare.Console.Words;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Storage.Inboxes;

namespace InfoShare.Console.Inboxes;

/// <summary>What became of what was sent, and what a delivery says besides its parts, in words. Pure.</summary>
public static class SentWords
{
    /// <summary>How far it has come.</summary>
    public static string Of(InboxSentRow sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return sent.Outcome switch
        {
            null => "saved, and on its way",
            "accepted" => "arrived",
            _ => $"turned away: {string.Join("; ", ReasonWords.Of(sent.Reasons ?? "[]"))}. Telephone instead, and tell whoever looks after InfoShare.",
        };
    }

    /// <summary>What became of it at those who might get it, without saying who they are.</summary>
    /// <param name="code">Why it was withheld, coarsely; null: it was not.</param>
    public static string OfFate(string fate, string? code) => fate switch
    {
        "withheld" => $"Not shared with somebody who was asked about{(code is null ? "" : $": {Code(code)}")}",
        "failed" => $"Could not be delivered{(code is null ? "" : $": {Code(code)}")}. Telephone them",
        "held" => "Waits until a person has looked",
        "recalled" => "Called back",
        _ => CaseWords.Label(fate),
    };

    /// <summary>A coarse code in words; one that has none as it is.</summary>
    public static string Code(string code) => code switch
    {
        "not-needed-for-role" => "it is not needed there",
        "no-agreement" => "nobody agreed to it, and it may not go without",
        "restricted" => "it is restricted",
        "held-for-review" => "a person must look first",
        "no-recipient" => "nobody was found who could get it",
        "undeliverable" => "there is no way to deliver it",
        _ => CaseWords.Label(code).ToLowerInvariant(),
    };

    /// <summary>Parts that were kept back, as the record of a delivery has them: <c>address:restricted,incident:no-agreement</c>.</summary>
    public static string WithheldParts(string parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return string.Join(", ", parts.Split(',').Select(part => Enum.TryParse<PartName>(part.Split(':')[0], ignoreCase: true, out var name) ? TellingWords.Titles[name].ToLowerInvariant() : part).Distinct());
    }

    public static string Level(int? level) => TellingWords.Level(level);

    public static string Withheld(WithheldPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return $"{TellingWords.Titles[part.Part]}: {Code(part.Code)}";
    }

    public static string Parts(IEnumerable<PartName> parts) => string.Join(", ", parts.Select(part => TellingWords.Titles[part]));

    public static string Gaps(IEnumerable<Gap> gaps) => string.Join(", ", gaps.Select(gap => gap is Gap.ChildVoice ? "what life is like for the child" : "which adults live with the child"));

    /// <summary>The short records of a delivery, each with its title.</summary>
    public static IEnumerable<(string Title, object Record)> Summaries(Delivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        (string, object?)[] all =
        [
            ("The move", delivery.Move), ("You are asked to take this child over", delivery.Transfer), ("The meeting", delivery.Meeting),
            ("What was answered", delivery.Answer is { } answer ? answer with { InReplyTo = null } : null),
            ("What is owed", delivery.Kind is DeliveryKind.Reminder ? delivery.Due : null),
        ];
        return all.Where(one => one.Item2 is not null).Select(one => (one.Item1, one.Item2!));
    }
}
