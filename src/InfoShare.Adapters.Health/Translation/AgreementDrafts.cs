using InfoShare.Adapters.Health.Agreements;
using InfoShare.Adapters.Health.Children;
using InfoShare.Adapters.Health.Fhir;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Health.Translation;

/// <summary>Turns the Consents about one child into messages.</summary>
internal sealed class AgreementDrafts(FhirBundle bundle, Child child, string childKey, OrganisationSource from, DateTimeOffset? timestamp)
{
    /// <summary>Messages with their keys and times, and what kept other Consents from being sent; that is marked as well.</summary>
    public (List<(string Key, DateTimeOffset Time, object Data)> Messages, List<FieldProblem> Problems) Read(IEnumerable<FhirNode> consents, Marks marks)
    {
        var (messages, problems) = (new List<(string, DateTimeOffset, object)>(), new List<FieldProblem>());
        foreach (var consent in consents)
        {
            var agreement = ConsentReading.Read(consent, bundle, marks);
            if (Message(agreement, KeyOf(consent)) is { } message)
                messages.Add(message);
            else if (Problem(agreement, consent) is { } problem)
                problems.Add(problem);
        }

        foreach (var problem in problems)
            marks.Add(problem.Field, $"{problem.Problem}; the agreement was not sent");
        return (messages, problems);
    }

    private string KeyOf(FhirNode consent) =>
        Keys.Of(consent, from) ?? Keys.Bounded($"{childKey}|consent|{string.Join(',', consent.Codings("scope").Select(c => c.Code))}");

    private static FieldProblem? Problem(Agreement agreement, FhirNode consent) => agreement switch
    {
        Agreement.Nothing => null,
        Agreement.Unclear unclear => unclear.Problem,
        _ => new(consent.Field("dateTime"), "is required, or Bundle.timestamp"),
    };

    /// <summary>Null when there is nothing to say, or no time from which it would hold.</summary>
    private (string Key, DateTimeOffset Time, object Data)? Message(Agreement agreement, string key)
    {
        var parts = new MessageParts { Identity = child.Identity };
        switch (agreement)
        {
            case Agreement.Said said when (said.From ?? timestamp)?.ToUniversalTime() is { } validFrom:
                return (key, validFrom, new ConsentRecorded
                {
                    ConsentId = key,
                    AgreementTo = said.To,
                    Answer = said.Answer,
                    Reason = said.Reason,
                    GivenBy = said.By,
                    ValidFrom = validFrom,
                    ValidTo = said.Until?.ToUniversalTime(),
                    Parts = parts,
                });
            case Agreement.TakenBack taken when (taken.At ?? timestamp)?.ToUniversalTime() is { } at:
                return (key, at, new ConsentWithdrawn { ConsentId = key, WithdrawnAt = at, WithdrawnBy = taken.By, Parts = parts });
            default:
                return null;
        }
    }
}
