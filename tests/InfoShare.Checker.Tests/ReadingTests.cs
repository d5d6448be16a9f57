using InfoShare.Checker.Effects;
using InfoShare.Checker.Rules;

namespace InfoShare.Checker.Tests;

/// <summary>Files as the product writes them, and the guide that the rules were taken from.</summary>
public sealed class ReadingTests
{
    private static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    [Fact]
    public void A_canonical_delivery_is_read()
    {
        var effect = Read("delivery.json", text => text.Replace("Fictional example.", Canary.In("incident", "m-1"), StringComparison.Ordinal));

        Assert.Equal((EffectKind.Original, "la/E06000063", Role.FrontDoor, "m-1"), (effect.Kind, effect.Organisation, effect.Role, effect.Marker));
        Assert.Equal("3f9a1c5e7b2d48069e4c0a6f8d1b3e57", effect.DeliveryId);
        Assert.Equal(["incident"], effect.Parts);
    }

    [Fact]
    public void A_fhir_delivery_is_read()
    {
        const string bundle = """
            {"resourceType":"Bundle","identifier":{"system":"https://infoshare.local/Id/delivery-id","value":"d1"},"entry":[
             {"resource":{"resourceType":"MessageHeader","destination":[{"name":"school-nurse","endpoint":"https://infoshare.local/agency/ods/ZZ998"}],
              "reason":{"coding":[{"code":"correction"}]}}},
             {"resource":{"resourceType":"Communication","payload":[{"contentString":"canary contact m-2."}]}}]}
            """;
        var effect = EffectReader.Read("health-suffolk", "d1.fhir.json", bundle, default, 0, 0);

        Assert.Equal((EffectKind.Correction, "d1", "ods/ZZ998", Role.SchoolNurse, "m-2"), (effect.Kind, effect.DeliveryId, effect.Organisation, effect.Role, effect.Marker));
    }

    [Fact]
    public void Of_what_the_sender_is_told_only_what_concerns_the_whole_message_counts()
    {
        Assert.Empty(Read("sharing.withheld.json", text => text, "n.withheld.json").Codes);

        var told = Read("sharing.withheld.json", text => text.Replace("\"part\": \"medical\",", "", StringComparison.Ordinal), "n.withheld.json");
        Assert.Equal(["not-needed-for-role"], told.Codes);
    }

    [Fact]
    public void A_recall_is_read() => Assert.Equal(
        (EffectKind.Recall, "d9"),
        EffectReader.Read("p", "d9.recalled.json", """{"deliveryId":"d9","reason":"consent-withdrawn"}""", default, 0, 0) is var effect ? (effect.Kind, effect.DeliveryId) : default);

    [Fact]
    public void Each_role_gets_the_parts_that_the_policy_guide_gives_it()
    {
        var table = File.ReadLines(Path.Combine(Root, "docs", "policy-guide.md")).SkipWhile(l => !l.StartsWith("| Role | address", StringComparison.Ordinal))
            .TakeWhile(l => l.StartsWith('|')).Select(l => l.Split('|', StringSplitOptions.TrimEntries)[1..^1]).ToList();
        var message = new World().Tell(History.MessageKind.Concern);

        var compared = 0;
        foreach (var row in table.Skip(2).Where(r => r[0].Trim('`') is not ("allocated-team" or "gp-safeguarding-lead" or "named-midwife")))
        {
            var guide = table[0].Zip(row).Where(cell => cell.Second == "yes").Select(cell => cell.First).Order();
            Assert.Equal(guide, PartsOfRole.Of(new("la/E06000063", row[0].Trim('`')), message).Except(["incident", "childVoice", "contact"]).Order());
            compared++;
        }

        Assert.Equal(11, compared);
    }

    private static Effect Read(string example, Func<string, string> with, string name = "d.json") =>
        EffectReader.Read("social-care-cumberland", name, with(File.ReadAllText(Path.Combine(Root, "contracts", "examples", example))), default, 0, 0);

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("the tests were not built inside the project: no InfoShare.sln above them"),
        _ when File.Exists(Path.Combine(folder.FullName, "InfoShare.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
