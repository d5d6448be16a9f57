using InfoShare.Policy.Cedar.Json;

namespace InfoShare.Policy.Cedar.Syntax;

/// <summary>Policies in Cedar's JSON form, read and written.</summary>
/// <remarks>
/// Cedar documentation, "JSON policy format". What is written reads as the same policy, but for two things that JSON cannot
/// say: where something stood in the text, and whether a set of literals was written as a value.
/// </remarks>
public static class PolicyJson
{
    /// <summary>One policy or template; its id is not part of it.</summary>
    public static Parsed<CedarPolicy> Read(string json, string id) => JsonText.Read(json, JsonText.DeepestPolicies, place => PolicyJsonReader.Read(place, id));

    /// <summary>A set: <c>staticPolicies</c>, <c>templates</c> and <c>templateLinks</c>.</summary>
    public static Parsed<PolicySource> ReadSet(string json) => JsonText.Read(json, JsonText.DeepestPolicies, PolicySetJson.Read);

    public static string Write(CedarPolicy policy) => JsonText.Write(writer => PolicyJsonWriter.Write(writer, policy));

    public static string WriteSet(PolicySource set) => JsonText.Write(writer => PolicySetJson.Write(writer, set));
}
