using System.Text.Json;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Syntax.Reading;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Json;

/// <summary>The parts of a scope in JSON.</summary>
internal static class ScopeJson
{
    /// <summary>Null, with an error, where it is none for that part of the request.</summary>
    public static ScopeConstraint? Read(JsonPlace place, Variable variable)
    {
        var constraint = place.Required("op")?.Text() switch
        {
            null => null,
            "All" or "all" => place.IsObject("op") ? new ScopeConstraint.Any(default) : null,
            "==" => place.IsObject("op", "entity", "slot") && Target(place, variable) is (true, var entity) ? new ScopeConstraint.Equal(entity, default) : null,
            "in" => ReadIn(place, variable),
            "is" when variable != Variable.Action => ReadIs(place, variable),
            var other => Unknown(place, other),
        };
        if (variable == Variable.Action && constraint is not null && ScopeChecks.NoAction(constraint) is { } entityOfAction)
            place.Fail($"`{entityOfAction}` is no action: its type must be `Action`");
        return constraint;
    }

    public static void Write(Utf8JsonWriter writer, string name, ScopeConstraint constraint)
    {
        writer.WriteStartObject(name);
        writer.WriteString("op", constraint switch
        {
            ScopeConstraint.Any => "All",
            ScopeConstraint.Equal => "==",
            ScopeConstraint.In or ScopeConstraint.InAny => "in",
            _ => "is",
        });
        switch (constraint)
        {
            case ScopeConstraint.Equal c:
                WriteTarget(writer, name, c.Entity);
                break;
            case ScopeConstraint.In c:
                WriteTarget(writer, name, c.Entity);
                break;
            case ScopeConstraint.InAny c:
                writer.WriteStartArray("entities");
                foreach (var entity in c.Entities)
                    Write(writer, null, entity);
                writer.WriteEndArray();
                break;
            case ScopeConstraint.Is c:
                writer.WriteString("entity_type", c.EntityType);
                break;
            case ScopeConstraint.IsIn c:
                writer.WriteString("entity_type", c.EntityType);
                writer.WriteStartObject("in");
                WriteTarget(writer, name, c.Entity);
                writer.WriteEndObject();
                break;
        }

        writer.WriteEndObject();
    }

    /// <param name="name">Of the field; null of an item of a list.</param>
    public static void Write(Utf8JsonWriter writer, string? name, EntityUid entity)
    {
        if (name is not null)
            writer.WritePropertyName(name);
        writer.WriteStartObject();
        writer.WriteString("type", entity.Type);
        writer.WriteString("id", entity.Id);
        writer.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter writer, string variable, EntityUid? entity)
    {
        if (entity is null)
            writer.WriteString("slot", $"?{variable}");
        else
            Write(writer, "entity", entity);
    }

    private static ScopeConstraint? ReadIn(JsonPlace place, Variable variable)
    {
        if (variable == Variable.Action && place.Field("entities") is { } several)
            return place.IsObject("op", "entities") ? new ScopeConstraint.InAny([.. several.Items().Select(ValueJson.ReadUid).OfType<EntityUid>()], default) : null;
        return place.IsObject("op", "entity", "slot") && Target(place, variable) is (true, var entity) ? new ScopeConstraint.In(entity, default) : null;
    }

    private static ScopeConstraint? ReadIs(JsonPlace place, Variable variable)
    {
        if (!place.IsObject("op", "entity_type", "in") || place.Required("entity_type")?.Text() is not { } type)
            return null;
        if (!Names.IsPath(type))
            place.Fail($"`{type}` is no type of entities");
        if (place.Field("in") is not { } above)
            return new ScopeConstraint.Is(type, default);
        return above.IsObject("entity", "slot") && Target(above, variable) is (true, var entity) ? new ScopeConstraint.IsIn(type, entity, default) : null;
    }

    /// <summary>An entity, or null for the variable's slot.</summary>
    private static (bool Found, EntityUid? Entity) Target(JsonPlace place, Variable variable)
    {
        if (place.Field("slot") is not { } slot)
            return place.Required("entity") is { } entity && ValueJson.ReadUid(entity) is { } uid ? (true, uid) : (false, null);
        var expected = variable switch { Variable.Principal => "?principal", Variable.Resource => "?resource", _ => null };
        if (place.Field("entity") is not null || slot.Text() is not { } name || name != expected)
            return (slot.Fail("this slot cannot stand here"), null);
        return (true, null);
    }

    private static ScopeConstraint? Unknown(JsonPlace place, string op)
    {
        place.Fail($"`{op}` has no meaning here");
        return null;
    }
}
