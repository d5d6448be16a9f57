using System.Text;
using InfoShare.Console.Cases;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Policy.Explaining;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Messages;

namespace InfoShare.Console.Words;

/// <summary>What a case page says in words.</summary>
public static class CaseWords
{
    private static readonly IReadOnlyList<string> PartWords = Contracts.Wire.Words.Of(typeof(PartName));

    /// <summary>Whether routing took it, and if not, why: codes.</summary>
    public static string OutcomeOf(MessageRow message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Reasons == "[]" ? message.Outcome : $"{message.Outcome}: {string.Join("; ", ReasonWords.Of(message.Reasons))}";
    }

    public static string Of(CoarseOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Fate + (outcome.Code is { } code ? $" ({code})" : "") + (outcome.WithheldParts.Length > 0 ? $", without {List(outcome.WithheldParts)}" : "");
    }

    /// <summary>A comma-separated list with spaces.</summary>
    public static string List(string list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.Replace(",", ", ", StringComparison.Ordinal);
    }

    /// <summary>The latest thing that happened to a delivery.</summary>
    public static string Latest(DeliveryRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row switch
        {
            { Recall: { } recall } => $"recall {recall}",
            { AnsweredAt: { } at } => $"answered {at.At().Uk()}",
            { HandedOverAt: { } at } => $"handed over {at.At().Uk()}",
            { ReceivedAt: { } at } => $"received {at.At().Uk()}",
            { SentAt: { } at } => $"sent {at.At().Uk()}",
            _ => $"decided {row.DecidedAt.At().Uk()}",
        };
    }

    /// <summary>What came of one recipient's share, in a few words.</summary>
    public static string InShort(CaseDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery.Explanation is not { } explanation ? "not explained"
            : !explanation.Whole.Goes ? $"withheld, {explanation.Whole.Code}"
            : $"{((long)explanation.Parts.Count(part => part.Goes)).Count("part")} shared, {delivery.Row.WithheldParts.Split(',', StringSplitOptions.RemoveEmptyEntries).Length} not";
    }

    public static string Progress(string progress) => progress switch
    {
        "late" => "is late: was owed by",
        "in-time" => "came in time: owed by",
        "came-late" => "came late: owed by",
        "closed" => "is no longer owed: was owed by",
        _ => "is owed by",
    };

    public static string PartOf(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Part is { } part ? Of(part) : "";
    }

    public static string Of(PartName part) => Label(PartWords[(int)part - 1]);

    public static string EffectOf(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Effect switch
        {
            PartEffect.Release => "Shared",
            PartEffect.Mask => "Shared, with the location masked",
            PartEffect.Hold => "Held until a person has looked",
            _ => $"Withheld ({answer.Code})",
        };
    }

    /// <summary>Because of which rules, on which basis, and what would have changed it, a line each.</summary>
    public static IEnumerable<string> Details(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return
        [
            .. answer.Because.Select(reason => $"Because of {reason.Id}{(reason.Words is { } words ? $": {words}" : "")}{(reason.Place is { } place ? $" ({place})" : "")}"),
            .. answer.Basis.Select(basis => $"On the basis of {basis.Code}{(basis.Meaning is { } meaning ? $": {meaning}" : "")}"),
            .. answer.Obligations.Select(duty => $"With the obligation {duty.Code}{(duty.Meaning is { } meaning ? $": {meaning}" : "")}"),
            .. answer.NearMisses.Where(miss => answer.Changes.All(change => change.Rule != miss.Rule)).Select(miss => $"The rule {miss.Rule} came near{(miss.Unmet.Count > 0 ? $"; it needs that {string.Join(", and ", miss.Unmet.Select(unmet => unmet.Needed))}" : "")}"),
            .. answer.NothingLifts is { } lasting ? [lasting] : (string[])[],
            .. answer.Changes.Select(change => $"It would go if {string.Join(", and ", change.Changes.Select(one => one.Words))}{(change.Rule is { } rule ? $" ({rule}{(change.Tried ? "" : "; not tried")})" : "")}"),
        ];
    }

    /// <summary><c>childVoice</c> as <c>Child voice</c>.</summary>
    public static string Label(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var words = new StringBuilder();
        foreach (var letter in key)
            words.Append(char.IsUpper(letter) && words.Length > 0 ? $" {char.ToLowerInvariant(letter)}" : letter == '-' ? " " : letter.ToString());
        return words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words.ToString(1, words.Length - 1);
    }
}
