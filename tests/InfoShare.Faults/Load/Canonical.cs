using System.Text.Json;
using System.Text.Json.Serialization;
using InfoShare.Checker.Effects;
using InfoShare.Checker.History;
using InfoShare.Checker.Rules;

namespace InfoShare.Faults.Load;

/// <summary>A message as its sender writes it: the canonical JSON of contracts/. All of it is invented.</summary>
internal static class Canonical
{
    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static byte[] Write(Message message)
    {
        var (type, data) = message.Kind switch
        {
            MessageKind.Correction => ("concern.corrected", new { corrects = message.About, changed = new[] { "incident" }, concern = Concern(message) }),
            MessageKind.Withdrawal => ("concern.withdrawn", new { concernId = $"C-{message.About}", reason = "sent-in-error" }),
            MessageKind.Consent => ("consent.recorded", Consent(message)),
            MessageKind.ConsentWithdrawal => ("consent.withdrawn", Withdrawal(message)),
            MessageKind.Move => ("child.movedArea", Move(message)),
            _ => ("concern.raised", Concern(message)),
        };
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            specversion = "1.0",
            id = message.Marker,
            source = $"https://infoshare.local/agency/{message.Source}",
            type = $"uk.infoshare.{type}.v1",
            time = "2026-11-19T09:30:00Z",
            data,
        }, WithoutNulls);
    }

    private static object Concern(Message m) => new
    {
        concernId = $"C-{m.About}",
        levelOfNeed = m.Level,
        allegationAgainstStaff = m.AllegationAgainstStaff ? true : (bool?)null,
        handling = m.HandlingC ? new { code = "C" } : null,
        parts = Parts(m),
    };

    private static object Move(Message m) => new
    {
        moveId = $"M-{m.About}",
        moveType = "permanent",
        effectiveDate = "2026-11-18",
        detectedBy = "school-leaver",
        fromArea = m.Area,
        toArea = m.NewArea,
        responsibilityHeldBy = m.Area,
        parts = Parts(m),
    };

    private static object Consent(Message m) => new
    {
        consentId = $"A-{m.About}",
        agreementTo = "share",
        answer = "given",
        agencies = new[] { "health", "social-care" },
        scope = new[] { "identity", "incident", "contact" },
        givenBy = "parent",
        validFrom = "2026-11-01T09:00:00Z",
        parts = new { identity = Identity(m) },
    };

    private static object Withdrawal(Message m) => new
    {
        consentId = $"A-{m.About}",
        withdrawnAt = "2026-11-19T09:00:00Z",
        withdrawnBy = "parent",
        parts = new { identity = Identity(m) },
    };

    private static object Parts(Message m) => new
    {
        identity = Identity(m),
        address = m.TellsAddress ? new { restricted = m.HiddenStreet is null ? (bool?)null : true, addresses = Addresses(m) } : null,
        incident = new
        {
            observedOn = "2026-11-18",
            recordedAt = "2026-11-19T09:10:00Z",
            categories = new[] { m.SexualAbuse ? "SAB" : "NEG" },
            factors = m.DomesticAbuse ? new[] { "3B" } : null,
            facts = $"Invented. {Planted("incident", m)}{(m.HiddenStreet is { } street ? $" Seen near 7 {street} Close and afraid." : "")}",
        },
        childVoice = new { status = "obtained", words = Planted("childVoice", m) },
        household = new { adultsUnknown = true, notes = Planted("household", m) },
        medical = new { notes = Planted("medical", m) },
        education = new { schoolUrn = m.School, notes = Planted("education", m) },
        intelligence = m.PlantedParts.Contains("intelligence") ? new { scheme = "3x5x2", sourceEvaluation = "2", assessment = "C", notes = Planted("intelligence", m) } : null,
        thirdParty = new { notes = Planted("thirdParty", m) },
        contact = new { role = "designated-safeguarding-lead", reach = $"01632 960101 {Planted("contact", m)}" },
        plan = new { plans = new[] { new { type = "child-in-need", start = "2026-03-02", managerContact = Planted("plan", m) } } },
    };

    private static object Identity(Message m) => new
    {
        identifiers = new object[] { new { system = "local", value = m.Child.Id }, new { system = "nhs-number", value = m.Child.NhsNumber, status = "present" } },
        names = new[] { new { family = "Testperson", given = new[] { m.Child.Id } } },
        dateOfBirth = $"{2026 - m.Child.Years}-06-15",
    };

    /// <summary>The postcodes are fictional; the area is told by its code.</summary>
    private static object[] Addresses(Message m)
    {
        var now = m.NewArea ?? m.Area;
        var street = m.HiddenStreet is { } hidden ? $"7 {hidden} Close" : "1 Invented Row";
        var lines = m.PlantedParts.Contains("address") ? new[] { street, Planted("address", m) } : [street];
        var home = new { lines, postcode = Postcode(now), areaCode = now, use = "home" };
        return m.NewArea is null ? [home] : [home, new { lines = new[] { "2 Invented Row" }, postcode = Postcode(m.Area), areaCode = m.Area, use = "old" }];
    }

    private static string Postcode(string gss) => SampleArea.Of(gss) == SampleArea.Cumberland ? "CA99 9ZZ" : "IP99 9ZZ";

    private static string Planted(string part, Message m) => Canary.In(part, m.Marker);
}
