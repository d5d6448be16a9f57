using System.Text.Json;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Wire;

namespace InfoShare.Policy.Explaining;

/// <summary>The coded facts behind a decision, as governance reads them: what is there, not what is not.</summary>
public static class FactWords
{
    public static IEnumerable<string> Of(SharingFacts facts) =>
    [
        string.Join(": ", ((string[])[$"about {facts.Message.Type} from {Code(facts.Message.From)}", string.Join("; ", OfMessage(facts.Message))]).Where(words => words.Length > 0)),
        $"agreements: {(facts.Consents.Count == 0 ? "none recorded" : string.Join("; ", facts.Consents.Select(consent => OfConsent(consent, facts.At))))}",
        .. facts.EmergencyUntil is { } until ? [$"emergency access until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC"] : (string[])[],
        .. facts.LookedAt is { Count: > 0 } looked ? [$"a person has read and releases: {string.Join(", ", looked.Select(Code))}"] : (string[])[],
    ];

    private static IEnumerable<string> OfMessage(MessageFacts message) =>
    [
        .. message.IsConcern ? [$"level of need {message.LevelOfNeed?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown"}"] : (string[])[],
        .. Where(message.ImmediateDanger, "immediate danger"),
        .. Where(message.Categories.Count > 0, $"categories {string.Join(' ', message.Categories)}"),
        .. Where(message.Factors.Count > 0, $"factors {string.Join(' ', message.Factors)}"),
        .. Where(message.AllegationAgainstStaff, "allegation against staff"),
        .. Where(message.AddressRestricted, "address restricted"),
        .. Where(message.Unborn, "unborn"),
        .. message.Handling is { } handling ? [$"handling code {Code(handling)}{(message.HandlingHasConditions ? " with conditions" : "")}"] : (string[])[],
        .. message.MoveType is { } move ? [$"move: {Code(move)}"] : (string[])[],
        .. Where(message.Cumulative, "one of several concerns of low level by several agencies"),
        .. message.PlanType is { } plan ? [$"plan: {Code(plan)}{(message.PlanChange is { } change ? $", {Code(change)}" : "")}"] : (string[])[],
        .. Where(message.DetrimentRecorded, "a reason against telling is recorded"),
    ];

    private static string OfConsent(ConsentFact consent, DateTimeOffset at) =>
        $"to {(consent.AgreementTo is AgreementTo.Share ? "share" : "the service")} {Code(consent.Answer)}"
        + (consent.Agencies.Count > 0 ? $" for {string.Join(", ", consent.Agencies.Select(Code))}" : "")
        + (consent.Scope.Count > 0 ? $" of {string.Join(", ", consent.Scope.Select(Code))}" : "")
        + (consent.CanBeReliedOn ? "" : " by a child whose competence nobody assessed")
        + (consent.StandsAt(at) ? "" : consent.WithdrawnAt <= at ? ", withdrawn" : consent.ValidFrom > at ? ", not yet" : ", ended");

    private static string[] Where(bool isSo, string words) => isSo ? [words] : [];

    private static string Code<T>(T value) where T : struct, Enum => JsonSerializer.Serialize(value, WireJson.Options).Trim('"');
}
