using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Syntax.Reading;

/// <summary>Reads a policy's scope: <c>(principal …, action …, resource …)</c>.</summary>
internal static class ScopeParser
{
    /// <summary>The three constraints; null, with an error, where they are not there.</summary>
    public static (ScopeConstraint Principal, ScopeConstraint Action, ScopeConstraint Resource)? Read(Cursor cursor)
    {
        if (!cursor.Require("(") || Constraint(cursor, "principal") is not { } principal || !cursor.Require(","))
            return null;
        if (Constraint(cursor, "action") is not { } action || !cursor.Require(",") || Constraint(cursor, "resource") is not { } resource)
            return null;
        cursor.TakeIf(",");
        return cursor.Require(")") ? (principal, action, resource) : null;
    }

    private static ScopeConstraint? Constraint(Cursor cursor, string variable)
    {
        var first = cursor.Current;
        if (!cursor.TakeIfWord(variable))
        {
            cursor.Fail($"expected `{variable}`, found {cursor.Current.Described}");
            return null;
        }

        if (cursor.Current.Is(",") || cursor.Current.Is(")"))
            return new ScopeConstraint.Any(cursor.SpanFrom(first));
        if (cursor.TakeIf("=="))
            return Target(cursor, variable) is var (target, found) && found ? Checked(cursor, variable, new ScopeConstraint.Equal(target, cursor.SpanFrom(first))) : null;
        if (cursor.TakeIfWord("in"))
            return In(cursor, variable, first);
        if (cursor.Current.IsWord("is") && variable != "action")
            return Is(cursor, variable, first);
        cursor.Fail(variable == "action"
            ? $"expected `==`, `in` or the next part of the scope, found {cursor.Current.Described}"
            : $"expected `==`, `in`, `is` or the next part of the scope, found {cursor.Current.Described}");
        return null;
    }

    private static ScopeConstraint? In(Cursor cursor, string variable, Token first)
    {
        if (variable == "action" && cursor.Current.Is("["))
            return Several(cursor) is { } entities ? Checked(cursor, variable, new ScopeConstraint.InAny(entities, cursor.SpanFrom(first))) : null;
        return Target(cursor, variable) is var (target, found) && found ? Checked(cursor, variable, new ScopeConstraint.In(target, cursor.SpanFrom(first))) : null;
    }

    private static ScopeConstraint? Is(Cursor cursor, string variable, Token first)
    {
        cursor.Take();
        if (Names.Path(cursor) is not { } type)
            return null;
        if (!cursor.TakeIfWord("in"))
            return new ScopeConstraint.Is(type, cursor.SpanFrom(first));
        return Target(cursor, variable) is var (target, found) && found ? new ScopeConstraint.IsIn(type, target, cursor.SpanFrom(first)) : null;
    }

    /// <summary>An entity, or null for the variable's slot; with parentheses or without.</summary>
    private static (EntityUid? Entity, bool Found) Target(Cursor cursor, string variable)
    {
        var open = 0;
        while (cursor.TakeIf("("))
            open++;
        EntityUid? entity = null;
        if (cursor.Current.Kind == TokenKind.Slot)
        {
            if (variable == "action" || cursor.Current.Text != $"?{variable}")
                return (null, cursor.Fail($"the slot `{cursor.Current.Text}` cannot stand here"));
            cursor.Take();
        }
        else
        {
            entity = Names.Entity(cursor);
            if (entity is null)
                return (null, false);
        }

        for (; open > 0; open--)
            if (!cursor.Require(")"))
                return (null, false);
        return (entity, true);
    }

    private static List<EntityUid>? Several(Cursor cursor)
    {
        cursor.Take();
        var entities = new List<EntityUid>();
        while (!cursor.TakeIf("]"))
        {
            if (Target(cursor, "action") is not ({ } entity, true))
                return null;
            entities.Add(entity);
            if (!cursor.Current.Is("]") && !cursor.Require(","))
                return null;
        }

        return entities;
    }

    /// <summary>An action is an entity of a type whose last name is Action.</summary>
    private static ScopeConstraint Checked(Cursor cursor, string variable, ScopeConstraint constraint)
    {
        if (variable == "action" && ScopeChecks.NoAction(constraint) is { } other)
            cursor.Fail(constraint.Span, $"`{other.Type}::\"{other.Id}\"` is no action: its type must be `Action`");
        return constraint;
    }
}
