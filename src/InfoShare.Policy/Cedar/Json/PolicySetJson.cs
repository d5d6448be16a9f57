using System.Text.Json;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Json;

/// <summary>Sets of policies in JSON.</summary>
internal static class PolicySetJson
{
    private const string Policies = "staticPolicies";
    private const string Templates = "templates";
    private const string Links = "templateLinks";

    public static PolicySource? Read(JsonPlace place)
    {
        if (!place.IsObject(Policies, Templates, Links))
            return null;
        var policies = new List<CedarPolicy>();
        foreach (var (group, slots) in new[] { (Policies, false), (Templates, true) })
            foreach (var (id, policy) in place.Required(group)?.Fields() ?? [])
                if (PolicyJsonReader.Read(policy, id) is { } read)
                {
                    if (read.IsTemplate != slots)
                        policy.Fail(slots ? "a template must have a slot" : "a policy cannot have slots");
                    policies.Add(read);
                }

        return new(policies, [.. (place.Required(Links)?.Items() ?? []).Select(ReadLink).OfType<TemplateLink>()]);
    }

    public static void Write(Utf8JsonWriter writer, PolicySource set)
    {
        writer.WriteStartObject();
        foreach (var (group, slots) in new[] { (Policies, false), (Templates, true) })
        {
            writer.WriteStartObject(group);
            foreach (var policy in set.Policies.Where(policy => policy.IsTemplate == slots))
            {
                writer.WritePropertyName(policy.Id);
                PolicyJsonWriter.Write(writer, policy);
            }

            writer.WriteEndObject();
        }

        writer.WriteStartArray(Links);
        foreach (var link in set.Links)
            WriteLink(writer, link);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static TemplateLink? ReadLink(JsonPlace place)
    {
        if (!place.IsObject("templateId", "newId", "values")
            || place.Required("templateId")?.Text() is not { } template || place.Required("newId")?.Text() is not { } id
            || place.Required("values") is not { } values || !values.IsObject("?principal", "?resource"))
            return null;
        return new(template, id, Filling("?principal"), Filling("?resource"));

        EntityUid? Filling(string slot) => values.Field(slot) is { } entity ? ValueJson.ReadUid(entity) : null;
    }

    private static void WriteLink(Utf8JsonWriter writer, TemplateLink link)
    {
        writer.WriteStartObject();
        writer.WriteString("templateId", link.TemplateId);
        writer.WriteString("newId", link.Id);
        writer.WriteStartObject("values");
        if (link.Principal is { } principal)
            ScopeJson.Write(writer, "?principal", principal);
        if (link.Resource is { } resource)
            ScopeJson.Write(writer, "?resource", resource);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
