using System.Text;
using InfoShare.Routing.Invented;

namespace InfoShare.Bench.Load;

/// <summary>Invented concerns of about 1.2 kB.</summary>
internal static class Concerns
{
    /// <summary>An ordinary concern; one with risk of significant harm is 4, and urgent.</summary>
    public const int ChildInNeed = 3;
    public const int SignificantHarm = 4;

    private const string Form = """
        {"specversion":"1.0","id":"$id","source":"https://infoshare.local/agency/$source","type":"uk.infoshare.concern.raised.v1",
        "time":"2026-11-19T09:30:00Z",$order"data":{"concernId":"C-$id","levelOfNeed":$level,"parts":{
        "identity":{"identifiers":[{"system":"local","value":"P-$key"}],"names":[{"family":"$family","given":["$given"]}],"dateOfBirth":"$born"},
        "address":{"addresses":[{"lines":["$house $street Lane"],"postcode":"$postcode","areaCode":"$area","use":"home"}]},
        "incident":{"observedOn":"2026-11-18","recordedAt":"2026-11-19T09:10:00Z","categories":["NEG"],"factors":$factors,
        "facts":"Invented for a measurement. Came to school for the third day without a coat or breakfast, and was frightened to go home at the end of the day. Attendance has fallen since September. A new adult has been in the household since the summer.",
        "actionRequested":"Please decide who goes to see the child, and tell us whom to call."},
        $practice"contact":{"role":"designated-safeguarding-lead","reach":"01632 960101"}}}}
        """;

    /// <summary>As an agency's system hands it in: without a place in an order.</summary>
    public static byte[] HandedIn(Concern concern) => Write(concern, "");

    /// <summary>As an adapter sends it: with its place in the order of its child.</summary>
    public static byte[] Sent(Concern concern)
    {
        var order = $"\"partitionkey\":\"{concern.Key}\",\"order\":\"{concern.Number:D20}\",";
        return Write(concern, concern.IsUrgent ? order : $"{order}\"sequence\":{concern.Number},\"epoch\":1,");
    }

    private static byte[] Write(Concern concern, string order)
    {
        // Each child is somebody else, at home elsewhere: children that are alike would be compared with each other, and that is measured elsewhere.
        int Of(string what, int below) => (int)(Hash($"{concern.Key} {what}") % (ulong)below);
        var text = new StringBuilder(Form)
            .Replace("$family", InventedChildren.Name(Of("family", 60_000))).Replace("$given", InventedChildren.Name(Of("given", 60_000)))
            .Replace("$born", $"{new DateOnly(2010, 1, 1).AddDays(Of("born", 4_096)):yyyy-MM-dd}").Replace("$house", $"{1 + Of("house", 128)}").Replace("$street", InventedChildren.Name(Of("street", 60_000)))
            .Replace("$id", concern.Id).Replace("$source", concern.From.Organisation).Replace("$order", order).Replace("$level", $"{concern.Level}")
            .Replace("$key", concern.Key)
            .Replace("$postcode", InventedChildren.Postcode(Of("postcode", 60_000))).Replace("$area", concern.From.Area)
            .Replace("$factors", concern.From.ToFive ? "[\"3B\",\"19B\"]" : "[\"3B\"]")
            .Replace("$practice", concern.From.ToFive ? $"\"medical\":{{\"gpPractice\":\"{concern.From.Practice}\"}}," : "");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>FNV-1a, and SplitMix64's last steps: without them keys that differ in their last letter have most bits in common.</summary>
    private static ulong Hash(string text)
    {
        var hash = text.Aggregate(14_695_981_039_346_656_037UL, (so, letter) => (so ^ letter) * 1_099_511_628_211UL);
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        return hash ^ (hash >> 31);
    }
}

/// <summary>One concern.</summary>
/// <param name="From">Who sends it.</param>
/// <param name="Run">Distinguishes the runs, because an id counts for ever.</param>
/// <param name="Child">Which of the sender's children.</param>
/// <param name="Number">Which concern about the child, from 1.</param>
/// <param name="Level">Level of need.</param>
internal sealed record Concern(SendingAgency From, string Run, int Child, int Number, int Level)
{
    public string Key => $"{From.Participant}-{Run}-{Child}";

    public string Id => $"{Key}-{Number}{(IsUrgent ? "-urgent" : "")}";

    public bool IsUrgent => Level >= Concerns.SignificantHarm;
}

/// <summary>A participant of the sample directory that sends, and how many recipients its concerns have.</summary>
/// <param name="Practice">The child's own practice.</param>
/// <param name="ToFive">
/// Five recipients: a school's suspicion of sexual abuse goes to front door, school nurse, police, doctor and the child's own
/// practice. Otherwise one: what the school nurses' own trust tells goes to the front door.
/// </param>
internal sealed record SendingAgency(string Participant, string Organisation, string Area, string Practice, bool ToFive)
{
    public const int ManyRecipients = 5;

    public int Recipients => ToFive ? ManyRecipients : 1;

    public static SendingAgency[] ToOne { get; } =
    [
        new("health-suffolk", "ods/ZZ998", "E10000029", "Z99998", false),
        new("health-cumberland", "ods/ZZ999", "E06000063", "Z99999", false),
    ];

    public static SendingAgency[] ToMany { get; } =
    [
        new("education-suffolk", "urn/999999", "E10000029", "Z99998", true),
        new("education-cumberland", "urn/999998", "E06000063", "Z99999", true),
    ];
}
