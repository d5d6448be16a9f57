using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace InfoShare.EndToEnd.Tests.Running;

/// <summary>An invented concern in the canonical form, which can be known again wherever its text arrives.</summary>
/// <param name="Sender">The participant.</param>
/// <param name="Child">Which of the sender's children.</param>
/// <param name="Number">Which of the child's concerns, in order.</param>
/// <param name="Level">Level of need; 4 and 5 are urgent.</param>
internal sealed partial record Concern(string Sender, int Child, int Number, int Level)
{
    private static readonly Dictionary<string, (string Source, string Area, string Postcode)> Senders = new()
    {
        ["education-cumberland"] = ("urn/999998", "E06000063", "CA99 9ZZ"),
        ["education-suffolk"] = ("urn/999999", "E10000029", "IP99 9ZZ"),
        ["police-cumberland"] = ("police/03", "E06000063", "CA99 9ZZ"),
        ["police-suffolk"] = ("police/37", "E10000029", "IP99 9ZZ"),
    };

    public bool Urgent => Level >= 4;

    /// <summary>The children's-services participant of the sender's area.</summary>
    public string FrontDoor => "social-care-" + Sender[(Sender.LastIndexOf('-') + 1)..];

    /// <summary>A name for its file; names are in the order of the child's concerns.</summary>
    public string FileName => $"{Number:000}-{Child:000}-{Level}.json";

    /// <summary>Concerns of four senders, evenly: first each child's first, then each child's second, and so on. One in twenty is urgent.</summary>
    public static IEnumerable<Concern> Many(int count, int children) =>
        from i in Enumerable.Range(0, count)
        let sender = Senders.Keys.Order(StringComparer.Ordinal).ElementAt(i % Senders.Count)
        let nth = i / Senders.Count
        select new Concern(sender, nth % (children / Senders.Count), nth / (children / Senders.Count), nth % 20 == 13 ? 4 + (nth / 20 % 2) : 3);

    /// <summary>Which concern a text came from; null: none.</summary>
    public static Concern? In(string text) => Marker().Match(text) is { Success: true, Groups: var found }
        ? new(found[1].Value, Whole(found[2]), Whole(found[3]), Whole(found[4]))
        : null;

    public byte[] ToJson()
    {
        var (source, area, postcode) = Senders[Sender];
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            specversion = "1.0",
            id = $"{Sender}-{Child}-{Number}",
            source = "https://infoshare.local/agency/" + source,
            type = "uk.infoshare.concern.raised.v1",
            time = "2026-11-19T09:30:00Z",
            data = new
            {
                concernId = $"C-{Child}-{Number}",
                levelOfNeed = Level,
                parts = new
                {
                    identity = new
                    {
                        identifiers = new[] { new { system = "local", value = $"P-{Child}" } },
                        names = new[] { new { family = $"Testperson {(char)('A' + Child / 26)}{(char)('a' + Child % 26)}", given = new[] { Sender.Replace('-', ' ') } } },
                        dateOfBirth = $"20{10 + Child % 8}-0{1 + Child % 9}-{10 + Child % 18}",
                    },
                    address = new { addresses = new[] { new { lines = new[] { $"{Child + 1} Imaginary Lane" }, postcode, areaCode = area, use = "home" } } },
                    incident = new
                    {
                        observedOn = "2026-11-18",
                        recordedAt = "2026-11-19T09:10:00Z",
                        categories = new[] { "NEG" },
                        facts = $"Invented for a test: [{Sender}:{Child}:{Number}:{Level}].",
                    },
                    contact = new { role = "designated-safeguarding-lead", reach = "01632 960101" },
                },
            },
        });
    }

    private static int Whole(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\[([a-z-]+):([0-9]+):([0-9]+):([0-9])\]")]
    private static partial Regex Marker();
}
