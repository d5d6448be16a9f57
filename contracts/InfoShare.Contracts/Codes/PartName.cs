using System.Text.Json.Serialization;

namespace InfoShare.Contracts.Codes;

/// <summary>
/// The parts a message is made of. Each is decided on its own: released, withheld or masked.
/// On the wire a part's name is its JSON name: <c>childVoice</c>.
/// </summary>
public enum PartName
{
    /// <summary>Who the child is.</summary>
    [JsonStringEnumMemberName("identity")] Identity = 1,

    /// <summary>Where the child lives and lived.</summary>
    [JsonStringEnumMemberName("address")] Address,

    /// <summary>What happened or was seen.</summary>
    [JsonStringEnumMemberName("incident")] Incident,

    /// <summary>What the child said or showed.</summary>
    [JsonStringEnumMemberName("childVoice")] ChildVoice,

    /// <summary>The adults and children around the child.</summary>
    [JsonStringEnumMemberName("household")] Household,

    /// <summary>Health information.</summary>
    [JsonStringEnumMemberName("medical")] Medical,

    /// <summary>School, attendance and learning.</summary>
    [JsonStringEnumMemberName("education")] Education,

    /// <summary>Graded police intelligence.</summary>
    [JsonStringEnumMemberName("intelligence")] Intelligence,

    /// <summary>Others who are neither the child nor the household: reporters, neighbours, relatives.</summary>
    [JsonStringEnumMemberName("thirdParty")] ThirdParty,

    /// <summary>Who to call about this.</summary>
    [JsonStringEnumMemberName("contact")] Contact,

    /// <summary>Open plans and who manages them.</summary>
    [JsonStringEnumMemberName("plan")] Plan,

    /// <summary>What was known of the child before: earlier concerns, plans and what they came to, who is responsible. Routing adds it.</summary>
    [JsonStringEnumMemberName("history")] History,
}
