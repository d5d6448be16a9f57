using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using InfoShare.EndToEnd.Tests.Running;

namespace InfoShare.EndToEnd.Tests.Checking;

/// <summary>One thing that an agency hands in.</summary>
internal sealed record Plant(string Participant, string FileName, byte[] Content, bool Good);

/// <summary>Everything in which canaries are planted: every format, good and bad.</summary>
internal static class Plants
{
    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>By a school, of one child at an address that is open and one whose address is restricted.</summary>
    public static IReadOnlyList<Plant> First { get; } =
    [
        new("education-cumberland", $"{Canaries.FileName}-open.json", Concern("urn/999998", "open", 3, restricted: false), Good: true),
        new("education-cumberland", $"{Canaries.FileName}-hidden.json", Concern("urn/999998", "hidden", 4, restricted: true), Good: true),
    ];

    /// <summary>Later ones: other agencies write the restricted address into their text, not knowing that it is one; and what cannot be read.</summary>
    public static IReadOnlyList<Plant> Later { get; } =
    [
        new("police-cumberland", $"{Canaries.FileName}-p3.json", Concern("police/03", "p3", 3, restricted: false, textOnly: true), Good: true),
        new("police-cumberland", $"{Canaries.FileName}-p5.json", Concern("police/03", "p5", 5, restricted: false, textOnly: true), Good: true),
        new("health-cumberland", $"{Canaries.FileName}-fhir.json", Fhir(s => s), Good: true),
        new("social-care-cumberland", $"{Canaries.FileName}-cin.xml", Census(s => s), Good: true),
        .. Bad("education-cumberland", "json", Concern("urn/999998", "bad", 3, restricted: false),
            s => s[..^40],
            s => s.Replace("\"observedOn\":\"2026-11-18\"", $"\"observedOn\":\"{Canaries.Text}\""),
            s => s.Replace("\"levelOfNeed\":3", $"\"levelOfNeed\":\"{Canaries.Phone}\""),
            s => s.Replace("uk.infoshare.concern.raised.v1", $"uk.infoshare.{Canaries.Family}.v1"),
            s => s.Replace("urn/999998", $"urn/{Canaries.NhsNumber}"),
            s => s.Replace("\"system\":\"local\"", $"\"system\":\"{Canaries.Family}\""),
            s => s.Replace("\"familyInformed\":\"yes\"", $"\"familyInformed\":\"{Canaries.Given}\""),
            s => s.Replace("\"specversion\":\"1.0\"", $"\"specversion\":\"{Canaries.Family}\""),
            s => s.Replace("\"concernId\"", $"\"{Canaries.Family}\":1,\"{Canaries.Family}\":2,\"concernId\""),
            s => s.Replace("\"concernId\"", $"\"{Canaries.Record}\""),
            s => s.Replace(Canaries.Street, Canaries.Street + new string('x', 5000)),
            s => new string('[', 1000) + s,
            s => $"{Canaries.Family} {Canaries.Street} {Canaries.Phone}"),
        .. Bad("health-cumberland", "json", Fhir(s => s),
            s => s[..^40],
            s => s.Replace("\"birthDate\": \"", $"\"birthDate\": \"{Canaries.Text}"),
            s => s.Replace("\"resourceType\": \"Patient\"", $"\"resourceType\": \"{Canaries.Family}\""),
            s => s.Replace("\"type\": \"message\"", $"\"type\": \"{Canaries.Family}\"")),
        .. Bad("social-care-cumberland", "xml", Census(s => s),
            s => s[..^40],
            s => s.Replace("<LEA>942</LEA>", $"<LEA>{Canaries.Phone}</LEA>"),
            s => s.Replace("<CINreferralDate>", $"<CINreferralDate>{Canaries.Text}"),
            s => s.Replace("<PersonBirthDate>", $"<PersonBirthDate>{Canaries.Family}"),
            s => s.Replace("<Message>", $"<!DOCTYPE x [<!ENTITY e \"{Canaries.Family}\">]><Message>"),
            s => s.Replace("Children>", $"{Canaries.Family}>")),
    ];

    private static IEnumerable<Plant> Bad(string participant, string extension, byte[] good, params Func<string, string>[] spoil) => spoil.Select((spoiled, i) =>
    {
        var text = Encoding.UTF8.GetString(good);
        // A record of its own each time, or only the first would be looked at.
        var bad = spoiled(text.Replace("own-bad", $"own-bad-{i}", StringComparison.Ordinal));
        Assert.NotEqual(text.Length, bad.Length);
        return new Plant(participant, $"{Canaries.FileName}-spoilt-{i}.{extension}", Encoding.UTF8.GetBytes(bad), Good: false);
    });

    private static byte[] Concern(string source, string own, int level, bool restricted, bool textOnly = false)
    {
        var isHidden = restricted || textOnly;
        object[] addresses =
            [new { lines = new[] { restricted ? Canaries.RestrictedStreet : Canaries.Street }, postcode = restricted ? Canaries.RestrictedPostcode : "CA99 9AA", areaCode = "E06000063", use = "home" }];
        var text = isHidden ? $"{Canaries.Text}: lives at {Canaries.RestrictedStreet.ToUpperInvariant()}, ca999zz; ring {Canaries.Phone}." : $"{Canaries.Text}: seen at {Canaries.Street}.";
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            specversion = "1.0",
            id = $"{Canaries.Record}-{own}",
            source = "https://infoshare.local/agency/" + source,
            type = "uk.infoshare.concern.raised.v1",
            time = "2026-11-19T09:30:00Z",
            data = new
            {
                concernId = $"{Canaries.Record}-own-{own}",
                levelOfNeed = level,
                parts = new
                {
                    identity = new
                    {
                        identifiers = new object[]
                        {
                            new { system = "local", value = $"{Canaries.Record}{(isHidden ? "-H" : "-O")}" },
                            new { system = "nhs-number", value = isHidden ? Canaries.NhsNumber : "9990077797", status = "present" },
                        },
                        names = new[] { new { family = Canaries.Family, given = new[] { Canaries.Given + (isHidden ? " Hidden" : " Open") } } },
                        dateOfBirth = isHidden ? "2013-03-03" : "2015-05-05",
                    },
                    address = textOnly ? null : new { restricted, addresses },
                    incident = new { observedOn = "2026-11-18", recordedAt = "2026-11-19T09:10:00Z", categories = new[] { "NEG" }, facts = text, familyInformed = "yes" },
                    contact = new { role = "designated-safeguarding-lead", reach = Canaries.Phone },
                },
            },
        }, WithoutNulls);
    }

    private static byte[] Fhir(Func<string, string> change) => Sample("health-cumberland", "01-concern-from-community-nurse.json", s => change(s
        .Replace("Exampleton", Canaries.Family).Replace("Corin", Canaries.Given).Replace("9990005532", Canaries.NhsNumber).Replace("2014-10-11", "2013-03-03")
        .Replace("5 Imaginary Lane", Canaries.Street).Replace("CA99 9ZZ", "CA99 9AA").Replace("HR-1", Canaries.Record)
        .Replace("untreated pain", $"{Canaries.Text}, now at {Canaries.RestrictedStreet}, {Canaries.RestrictedPostcode}")));

    private static byte[] Census(Func<string, string> change) => Sample("social-care-cumberland", "cin-sample.xml", s => change(s
        .Replace("CMB0001", "ZZRECORDCA")
        .Replace("<Ethnicity>NOBT</Ethnicity>", $"<Ethnicity>{Canaries.Family}</Ethnicity>")));

    private static byte[] Sample(string participant, string name, Func<string, string> change)
    {
        var text = File.ReadAllText(ProjectRoot.Path("samples", participant, name));
        var changed = change(text);
        Assert.NotEqual(text, changed);
        return Encoding.UTF8.GetBytes(changed);
    }
}
