using System.Text;
using System.Text.Json.Nodes;
using InfoShare.EndToEnd.Tests.Checking;

namespace InfoShare.EndToEnd.Tests.Stories;

/// <summary>Messages of the stories, as an agency's system would write them, about an invented child.</summary>
internal static class StoryMessages
{
    public const string Day = "2026-11-20T09:00:00Z";

    public static byte[] Message(string source, string type, string name, JsonObject about) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["specversion"] = "1.0",
        ["id"] = name,
        ["source"] = $"https://infoshare.local/agency/{source}",
        ["type"] = $"uk.infoshare.{type}.v1",
        ["time"] = Day,
        ["data"] = about,
    }.ToJsonString());

    public static object Concern(string id, string local, int level, string on, string facts, string[]? categories = null) => new
    {
        concernId = id,
        levelOfNeed = level,
        parts = new
        {
            identity = Identity(local),
            incident = new { observedOn = on, categories = categories ?? ["NEG"], facts },
            contact = new { role = "designated-safeguarding-lead", reach = "01632 960101" },
        },
    };

    public static object Identity(string local) => new
    {
        identifiers = new[] { new { system = "local", value = local }, new { system = "nhs-number", value = Canaries.NhsNumber } },
        names = new[] { new { family = Canaries.Family, given = new[] { Canaries.Given } } },
        dateOfBirth = "2016-05-14",
    };
}
