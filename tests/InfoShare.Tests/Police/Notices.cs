using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InfoShare.Adapters.Police.Notifications;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Tests.Outside;
using Xunit;

namespace InfoShare.Tests.Police;

/// <summary>Small fictional notices, and who reads them when.</summary>
internal static class Notices
{
    public const string Robin = """{ "name": { "family": "Testperson", "given": ["Robin"] }, "dateOfBirth": "2016-05-14" }""";

    public static OrganisationSource Cumbria { get; } = new("police", "03");

    public static OrganisationSource Suffolk { get; } = new("police", "37");

    public static TranslationContext Context { get; } = new(
        "police-cumberland", AgencyKind.Police, [Cumbria, Suffolk], new DateTimeOffset(2026, 11, 20, 9, 15, 0, TimeSpan.Zero),
        new(2026, 11, 20), 30, new HashSet<string>());

    public static byte[] Sample(string name) => File.ReadAllBytes(ProjectRoot.Path("tests", "InfoShare.Tests", "Police", "Samples", name));

    /// <summary>A notice with these children and, after them, other fields.</summary>
    public static string Notice(string children = Robin, string rest = "") =>
        $$"""
        { "format": "infoshare.police.child-notification", "formatVersion": "1.0", "notificationId": "N1", "notificationType": "child-concern",
          "sentAt": "2026-11-20T06:10:00Z", "children": [{{children}}]{{(rest.Length == 0 ? "" : ", " + rest)}} }
        """;

    /// <summary>The full sample with one field changed; <c>null</c> takes it away.</summary>
    public static string Full(string path, JsonNode? value)
    {
        var root = JsonNode.Parse(Sample("full.json"))!;
        var steps = path.Split('.');
        var holder = steps[..^1].Aggregate(root, (node, step) => int.TryParse(step, out var i) ? node[i]! : node[step]!);
        if (holder is JsonArray list)
            list[int.Parse(steps[^1], CultureInfo.InvariantCulture)] = value;
        else
            holder[steps[^1]] = value;
        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    public static FileTranslation Translate(string text) => Translate(Encoding.UTF8.GetBytes(text));

    public static FileTranslation Translate(byte[] content) => new ChildNotificationTranslator().Translate(content, Context);

    public static IReadOnlyList<RecordTranslation> Records(string text) => [.. Assert.IsType<FileTranslation.Readable>(Translate(text)).Records];

    public static IReadOnlyList<Draft> Drafts(byte[] content) =>
        [.. Assert.IsType<FileTranslation.Readable>(Translate(content)).Records.SelectMany(r => Assert.IsType<RecordTranslation.Messages>(r).Drafts)];

    public static Draft Draft(string text) => Assert.Single(Drafts(Encoding.UTF8.GetBytes(text)));

    public static ConcernRaised Concern(string text) => Assert.IsType<ConcernRaised>(Drafts(Encoding.UTF8.GetBytes(text))[0].Data);

    public static string Reason(string text) => Assert.IsType<RecordTranslation.NothingToSend>(Assert.Single(Records(text))).Reason;

    public static string[] QuarantinedFields(string text) =>
        [.. Assert.IsType<RecordTranslation.Quarantined>(Assert.Single(Records(text))).Problems.Select(p => p.Field)];
}
