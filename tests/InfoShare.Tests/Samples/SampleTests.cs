using System.Text.Json;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using Xunit;

namespace InfoShare.Tests.Samples;

/// <summary>The fictional inputs of <c>infoshare demo</c>: the good ones are good, and the bad ones bad in the way that they are meant to be.</summary>
public sealed class SampleTests
{
    private static readonly Dictionary<string, FieldProblem> MeantToBeBad = new()
    {
        ["education-cumberland/16-cut-off.json"] = new("", "must be"),
        ["education-suffolk/12-impossible-date.json"] = new("data.parts.identity.dateOfBirth", "must be a day that exists, written yyyy-MM-dd"),
        ["police-suffolk/07-newer-major-version.json"] = new("type", "must be major version 1"),
    };

    private static readonly Dictionary<string, string[]> Organisations = new()
    {
        ["education-cumberland"] = ["urn/999998", "urn/999996"],
        ["education-suffolk"] = ["urn/999999", "urn/999997"],
        ["police-cumberland"] = ["police/03"],
        ["police-suffolk"] = ["police/37"],
        ["health-cumberland"] = ["ods/ZZ999"],
        ["health-suffolk"] = ["ods/ZZ998"],
        ["social-care-cumberland"] = ["la/E06000063"],
    };

    public static TheoryData<string> Canonical { get; } =
        [.. Files().Where(f => !f.StartsWith("health-", StringComparison.Ordinal) && f.EndsWith(".json", StringComparison.Ordinal))];

    public static TheoryData<string> Fhir { get; } = [.. Files().Where(f => f.StartsWith("health-", StringComparison.Ordinal) && f.EndsWith(".json", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Canonical))]
    public void A_sample_is_read_or_has_the_fault_that_it_shows(string file)
    {
        var result = Read(file);

        if (MeantToBeBad.TryGetValue(file, out var fault))
        {
            var problem = Assert.Single(result.Problems);
            Assert.StartsWith(fault.Problem, problem.Problem, StringComparison.Ordinal);
            if (fault.Field.Length > 0)
                Assert.Equal(fault.Field, problem.Field);
        }
        else
        {
            Assert.Empty(result.Problems);
            Assert.NotNull(result.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Canonical))]
    public void A_good_sample_speaks_for_its_own_organisation_and_about_one_child(string file)
    {
        if (Read(file).Value is not { } message)
            return;

        Assert.True(OrganisationSource.TryParse(message.Source, out var organisation));
        Assert.Equal(file != "education-suffolk/14-not-our-school.json", Organisations[file.Split('/')[0]].Contains(organisation.Id));
        if (message.Data is not ConcernWithdrawn)
            Assert.Single(PartsOf(message.Data).Identity!.Identifiers, identifier => identifier.System == IdentifierSystem.Local);
    }

    [Theory]
    [MemberData(nameof(Fhir))]
    public void A_health_sample_is_a_message_bundle_whose_references_lead_somewhere(string file)
    {
        using var bundle = JsonDocument.Parse(Sources.Text("samples/" + file));
        var entries = bundle.RootElement.GetProperty("entry").EnumerateArray().ToList();
        var urls = entries.Select(entry => entry.GetProperty("fullUrl").GetString()).ToHashSet();

        Assert.Equal("message", bundle.RootElement.GetProperty("type").GetString());
        Assert.Equal("MessageHeader", entries[0].GetProperty("resource").GetProperty("resourceType").GetString());
        Assert.Equal(entries.Count, urls.Count);
        var focus = entries[0].GetProperty("resource").GetProperty("focus")[0].GetProperty("reference").GetString();
        Assert.Contains(focus, urls);
        Assert.Contains(Organisations[file.Split('/')[0]][0], Sources.Text("samples/" + file), StringComparison.Ordinal);
    }

    [Fact]
    public void Together_they_show_what_the_readme_says()
    {
        var concerns = Good().Select(m => m.Data).OfType<ConcernRaised>().ToList();

        Assert.Equal([null, 1, 2, 3, 4, 5], concerns.Select(c => c.LevelOfNeed).Distinct().Order());
        Assert.Contains(concerns, c => c.AllegationAgainstStaff);
        Assert.Contains(concerns, c => c.Handling is { Code: HandlingCode.C, NamedRecipients.Count: > 0 });
        Assert.Contains(concerns, c => c.Parts.Identity!.ExpectedDateOfBirth is not null);
        Assert.Contains(concerns, c => c.LinkedConcerns.Count > 0);
        Assert.Contains(concerns, c => c.Parts.Incident?.Categories.Contains("SAB") is true);
        Assert.Contains(Good(), m => m.Data is ConsentRecorded { Answer: ConsentAnswer.Refused });
        Assert.Contains(Good(), m => m.Data is ConsentWithdrawn);
        Assert.Contains(Good(), m => m.Data is ChildMovedArea { FromArea: "E06000063", ToArea: "E10000029" });
        Assert.True(Good().Count() >= 35);
    }

    [Fact]
    public void A_restricted_address_is_also_planted_in_the_facts()
    {
        var restricted = Good().Select(m => m.Data).OfType<ConcernRaised>().Where(c => c.Parts.Address?.Restricted is true).ToList();

        Assert.Equal(2, restricted.Count);
        Assert.All(restricted, c => Assert.Contains(c.Parts.Address!.Addresses[0].Lines[0], c.Parts.Incident!.Facts, StringComparison.Ordinal));
    }

    [Fact]
    public void One_is_there_twice_one_is_amended_and_one_id_is_used_for_something_else()
    {
        Assert.Equal(Sources.Text("samples/education-cumberland/12-level-4-physical.json"), Sources.Text("samples/education-cumberland/13-same-file-again.json"));
        var (first, second) = (Concern("08-level-3-before-the-move"), Concern("09-level-3-amended"));
        Assert.Equal(first.ConcernId, second.ConcernId);
        Assert.NotEqual(first.Parts.Incident!.Facts, second.Parts.Incident!.Facts);
        Assert.NotEqual(Concern("12-level-4-physical").ConcernId, Concern("15-id-used-again-for-something-else").ConcernId);
        Assert.Equal(Read("education-cumberland/12-level-4-physical.json").Value!.Id, Read("education-cumberland/15-id-used-again-for-something-else.json").Value!.Id);

        static ConcernRaised Concern(string name) => Assert.IsType<ConcernRaised>(Read($"education-cumberland/{name}.json").Value!.Data);
    }

    [Fact]
    public void The_readme_has_a_line_for_every_file()
    {
        var readme = Sources.Text("samples/README.md");

        Assert.All(Files(), file => Assert.Contains($"`{Path.GetFileName(file)}`", readme, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Files() =>
        Sources.Files.Where(f => f.StartsWith("samples/", StringComparison.Ordinal) && f.Count(c => c == '/') == 2).Select(f => f["samples/".Length..]);

    private static IEnumerable<Envelope<object>> Good() => Canonical.Select(row => Read(row.Data).Value).OfType<Envelope<object>>();

    private static ReadResult<Envelope<object>> Read(string file) =>
        WireReader.Read(File.ReadAllBytes(Path.Combine(Sources.Root, "samples", file)));

    private static MessageParts PartsOf(object data) => data switch
    {
        ConcernRaised concern => concern.Parts,
        ChildMovedArea move => move.Parts,
        TransferRequested transfer => transfer.Parts,
        ConsentRecorded consent => consent.Parts,
        ConsentWithdrawn withdrawal => withdrawal.Parts,
        _ => throw new InvalidOperationException(data.GetType().Name),
    };
}
