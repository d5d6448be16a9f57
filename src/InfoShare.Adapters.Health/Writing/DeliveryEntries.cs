using System.Text.Json.Nodes;
using InfoShare.Adapters.Health.Concerns;
using InfoShare.Adapters.Health.Fhir;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using static InfoShare.Adapters.HandOver.Wording.DeliveryWords;
using static InfoShare.Adapters.Health.Writing.MessageEvents;

namespace InfoShare.Adapters.Health.Writing;

/// <summary>The resources of a delivery's bundle: one of each type at the most, the header first.</summary>
internal sealed class DeliveryEntries(Envelope<Delivery> envelope, EntryIds ids)
{
    private const int SignificantHarm = 4;
    private const int ChildInNeed = 3;

    private readonly Delivery delivery = envelope.Data;

    private bool IsAboutChild => delivery.Kind is DeliveryKind.Original or DeliveryKind.Correction;

    private bool IsConcern => IsAboutChild && delivery.MessageType.StartsWith("concern.", StringComparison.Ordinal);

    private string Focus => !IsAboutChild ? "Communication" : IsConcern ? "Flag" : "Patient";

    /// <summary>An unknown level counts as a risk of significant harm.</summary>
    private bool NeedsAnswer => IsAboutChild
        && (delivery.RespondBy is not null || delivery.Due is not null || delivery.ImmediateDanger || IsConcern && (delivery.LevelOfNeed is null or >= ChildInNeed));

    /// <summary>In the order in which a reader needs them.</summary>
    public IEnumerable<JsonObject> All()
    {
        yield return Header();
        if (IsConcern)
            yield return Flag();
        if (IsAboutChild)
            yield return PatientWriter.Write(delivery, ids.Id("Patient"));
        yield return Communication();
        if (NeedsAnswer)
            yield return Task();
        yield return Json.Object(
            ("resourceType", "Organization"), ("id", ids.Id("Organization")), ("active", true), ("name", Agency(delivery.From)));
    }

    private JsonObject Header() => Json.Object(
        ("resourceType", "MessageHeader"),
        ("id", ids.Id("MessageHeader")),
        ("eventCoding", Json.Coding(FhirSystems.Events, Event(delivery))),
        ("destination", Json.Array([Json.Object(
            ("name", Json.Text(delivery.Recipient.Role)),
            ("endpoint", $"https://infoshare.local/agency/{Uri.EscapeDataString(delivery.Recipient.Organisation).Replace("%2F", "/", StringComparison.Ordinal)}"))])),
        ("sender", To("Organization")),
        ("source", Json.Object(("name", "InfoShare"), ("software", "InfoShare"), ("endpoint", FhirSystems.Broker))),
        ("reason", Json.Concept(FhirSystems.Reasons, delivery.Kind == DeliveryKind.Original ? "new" : Event(delivery))),
        ("focus", Json.Array([To(Focus)])));

    private JsonObject Flag()
    {
        var meaning = MeaningOf(delivery.Parts);
        var since = delivery.Parts.Incident;
        return Json.Object(
            ("resourceType", "Flag"),
            ("id", ids.Id("Flag")),
            ("identifier", delivery.About is { } about ? Json.Array([Json.Identifier(FhirSystems.AboutId, about)]) : null),
            ("status", "active"),
            ("category", Json.Array([Json.Concept(FhirSystems.FlagCategory, "safety", "Safety"), Level()])),
            ("code", Json.Concept(FhirSystems.Snomed, SafeguardingCodes.CodeOf(meaning), SafeguardingCodes.Words(meaning))),
            ("subject", To("Patient")),
            ("period", (since?.ObservedAt, since?.ObservedOn) switch
            {
                ({ } at, _) => Json.Object(("start", Time(at))),
                (_, { } on) => Json.Object(("start", Day(on))),
                _ => null,
            }),
            ("author", To("Organization")));
    }

    private JsonObject? Level() =>
        delivery.LevelOfNeed is { } level ? Json.Concept(FhirSystems.Levels, level.ToString(System.Globalization.CultureInfo.InvariantCulture)) : null;

    /// <summary>By the released facts alone.</summary>
    private static Meaning MeaningOf(MessageParts parts) =>
        parts.ChildVoice?.Status == ChildVoiceStatus.Unborn || parts.Identity is { ExpectedDateOfBirth: not null, DateOfBirth: null } ? Meaning.Unborn
        : parts.Plan?.Plans.Any(p => p is { Type: PlanType.ChildProtection, End: null }) == true ? Meaning.OnPlan
        : Meaning.Child;

    private JsonObject Communication() => Json.Object(
        ("resourceType", "Communication"),
        ("id", ids.Id("Communication")),
        ("identifier", Json.Array([Json.Identifier(FhirSystems.DeliveryId, delivery.DeliveryId)])),
        ("partOf", !IsAboutChild && delivery.About is { } earlier
            ? Json.Array([Json.Object(("identifier", Json.Identifier(FhirSystems.AboutId, earlier)))])
            : null),
        ("status", "completed"),
        ("category", Json.Array([Json.Concept(FhirSystems.CommunicationCategory, "notification", "Notification")])),
        ("priority", Priority()),
        ("subject", IsAboutChild ? To("Patient") : null),
        ("about", IsConcern ? Json.Array([To("Flag")]) : null),
        ("sent", Time(envelope.Time)),
        ("sender", To("Organization")),
        ("payload", Json.Array(Paragraphs.Of(delivery).Select(p => Json.Object(("contentString", Json.Text(p)))))));

    private JsonObject Task() => Json.Object(
        ("resourceType", "Task"),
        ("id", ids.Id("Task")),
        ("identifier", Json.Array([Json.Identifier(FhirSystems.DeliveryId, delivery.DeliveryId)])),
        ("status", "requested"),
        ("intent", "order"),
        ("priority", Priority()),
        ("description", delivery.Due?.Owed switch
        {
            AnswerOwed.View => "Say what you think of the end of the plan: agrees, disagrees, no information",
            AnswerOwed.Decision => "Decide, and say why; or answer: not ours, wrong person, cannot accept",
            _ => "Acknowledge, or answer: not ours, wrong person, cannot accept",
        }),
        ("focus", To(Focus)),
        ("for", To("Patient")),
        ("authoredOn", Time(envelope.Time)),
        ("requester", To("Organization")),
        ("restriction", (delivery.RespondBy ?? delivery.Due?.By) is { } by ? Json.Object(("period", Json.Object(("end", Time(by))))) : null));

    private string Priority() =>
        delivery.ImmediateDanger ? "stat"
        : IsConcern && delivery.LevelOfNeed is null or >= SignificantHarm ? "urgent"
        : "routine";

    private JsonObject To(string type) => Json.Reference(ids.Url(type), type);
}
