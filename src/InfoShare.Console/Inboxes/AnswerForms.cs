using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Storage.Answers;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Console.Inboxes;

/// <summary>One way to answer a delivery.</summary>
/// <param name="Kind">Its word: the id of its fields begins with it.</param>
/// <param name="TextLabel">Of what can be said in words.</param>
/// <param name="TextNeeded">Whether it must be.</param>
public sealed record AnswerForm(string Kind, string Title, string Button, IReadOnlyList<FieldChoice> Choices, string TextLabel, bool TextNeeded)
{
    /// <summary>The id of its choices.</summary>
    public string ChoiceField => $"{Kind}-choice";

    /// <summary>The id of its words.</summary>
    public string TextField => $"{Kind}-text";
}

/// <summary>What can be answered to which delivery, and the message that it becomes. Pure.</summary>
public static class AnswerForms
{
    private static readonly AnswerForm Acknowledgement = new(
        "acknowledge", "Acknowledge", "Send acknowledgement",
        [new("acknowledged", "We have read it, and it is in hand"), new("not-ours", "It is not ours to deal with"), new("wrong-person", "It is about somebody else than the child we know"), new("cannot-accept", "It is ours, but we cannot act")],
        "Anything to add", false);

    private static readonly AnswerForm Decision = new(
        "decide", "Decide", "Send decision",
        [new("nfa", "No further action"), new("early-help", "Early help"), new("s17", "Child in need, section 17"), new("s47", "Enquiries under section 47"), new("immediate", "Immediate protection"), new("more-information", "More information is needed")],
        "Why: the sender can challenge it", true);

    private static readonly AnswerForm Outcome = new(
        "outcome", "Say what came of it", "Send outcome",
        [new("worked", "It worked"), new("partly", "It worked in part"), new("no-effect", "Nothing changed"), new("not-known", "Nobody knows")],
        "What was done, and what changed", true);

    private static readonly AnswerForm Information = new(
        "inform", "Tell what you know", "Send answer",
        [new("supplied", "Here is what we know"), new("not-held", "We know nothing"), new("detriment", "Telling would harm the child more than it helps"), new("no-basis", "We see no lawful basis")],
        "What you know, or why you do not tell", true);

    private static readonly AnswerForm View = new(
        "view", "Say what you think of the end of the plan", "Send view",
        [new("agrees", "It can end"), new("disagrees", "It should go on"), new("no-information", "We know nothing that speaks for or against")],
        "Why", true);

    /// <summary>What can be answered to a delivery.</summary>
    /// <param name="owed">What its post owes or owed about the same.</param>
    public static IReadOnlyList<AnswerForm> For(DeliveryRow row, IReadOnlyList<AnswerClockRow> owed)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Kind is not ("original" or "correction" or "notice") || row.State == DeliveryStates.Recalled)
            return [];
        bool Owes(string what) => owed.Any(clock => clock.Owed == what);
        AnswerForm?[] forms =
        [
            row.MessageType == MessageTypes.InformationRequested.Name ? Information : null,
            Owes("view") ? View : null,
            Acknowledgement,
            Owes("decision") ? Decision : null,
            owed.Any(clock => clock is { Owed: "decision", AnsweredAt: not null }) ? Outcome : null,
        ];
        return [.. forms.OfType<AnswerForm>()];
    }

    /// <summary>What must be put right before it can be sent.</summary>
    public static IReadOnlyList<FormProblem> ProblemsOf(AnswerForm form, string? choice, string? text)
    {
        ArgumentNullException.ThrowIfNull(form);
        FormProblem?[] found =
        [
            form.Choices.Any(one => one.Value == choice) ? null : new(form.ChoiceField, "Choose an answer"),
            form.TextNeeded && string.IsNullOrWhiteSpace(text) ? new(form.TextField, "Enter the answer in words") : null,
        ];
        return [.. found.OfType<FormProblem>()];
    }

    /// <summary>The message of a form without problems.</summary>
    /// <param name="role">The post that answers.</param>
    public static object Read(AnswerForm form, string choice, string? text, string deliveryId, string role, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(form);
        var words = string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
        return form.Kind switch
        {
            "acknowledge" => new ConcernAcknowledged { DeliveryId = deliveryId, Answer = Code<AcknowledgementAnswer>(choice), Role = role, At = at, Note = words },
            "decide" => new ConcernDecision { DeliveryId = deliveryId, Outcome = Code<ConcernOutcome>(choice), Rationale = words!, DecidedBy = role, DecidedAt = at },
            "outcome" => new ConcernOutcomeReported { DeliveryId = deliveryId, Effect = Code<PlanEffect>(choice), Summary = words!, Role = role, At = at },
            "view" => new PlanViewGiven { DeliveryId = deliveryId, View = Code<PlanView>(choice), Rationale = words!, Role = role, At = at },
            _ when choice == "supplied" => new InformationSupplied { DeliveryId = deliveryId, Information = words!, Role = role, At = at },
            _ => new InformationDeclined { DeliveryId = deliveryId, Because = Code<InformationRefusal>(choice), Rationale = words!, Role = role, At = at },
        };
    }

    private static T Code<T>(string word) where T : struct, Enum => System.Text.Json.JsonSerializer.Deserialize<T>($"\"{word}\"", WireJson.Options);
}
