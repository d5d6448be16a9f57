namespace InfoShare.Policy.Cedar.Syntax.Reading;

/// <summary>Reads one policy: annotations, effect, scope and conditions.</summary>
internal static class PolicyParser
{
    /// <summary>Behind its semicolon; null, with an error, where there is no policy.</summary>
    public static CedarPolicy? Read(Cursor cursor, string id)
    {
        var first = cursor.Current;
        if (Annotations(cursor) is not { } annotations || Effect(cursor) is not { } effect || ScopeParser.Read(cursor) is not var (principal, action, resource))
            return null;
        var conditions = new List<Condition>();
        while (!cursor.TakeIf(";"))
        {
            if (Condition(cursor) is not { } condition)
                return null;
            conditions.Add(condition);
        }

        return new(id, effect, annotations, principal, action, resource, conditions, cursor.SpanFrom(first));
    }

    private static List<Annotation>? Annotations(Cursor cursor)
    {
        var annotations = new List<Annotation>();
        while (cursor.TakeIf("@"))
        {
            var name = cursor.Take();
            if (name.Kind != TokenKind.Word)
            {
                cursor.Fail(name.Span, $"expected the annotation's name, found {name.Described}");
                return null;
            }

            var value = "";
            if (cursor.TakeIf("("))
            {
                if (Names.String(cursor) is not { } written || !cursor.Require(")"))
                    return null;
                value = written;
            }

            if (annotations.Any(a => a.Name == name.Text))
                cursor.Fail(name.Span, $"the annotation `@{name.Text}` is there twice");
            annotations.Add(new(name.Text, value));
        }

        return annotations;
    }

    private static Effect? Effect(Cursor cursor)
    {
        if (cursor.TakeIfWord("permit"))
            return Syntax.Effect.Permit;
        if (cursor.TakeIfWord("forbid"))
            return Syntax.Effect.Forbid;
        cursor.Fail($"expected `permit` or `forbid`, found {cursor.Current.Described}");
        return null;
    }

    private static Condition? Condition(Cursor cursor)
    {
        var first = cursor.Current;
        ConditionKind kind;
        if (cursor.TakeIfWord("when"))
            kind = ConditionKind.When;
        else if (cursor.TakeIfWord("unless"))
            kind = ConditionKind.Unless;
        else
        {
            cursor.Fail($"expected `when`, `unless` or `;`, found {cursor.Current.Described}");
            return null;
        }

        if (!cursor.Require("{") || ExprParser.Read(cursor) is not { } body || !cursor.Require("}"))
            return null;
        if (!Nesting.IsWithin(PolicyText.DeepestNesting, body))
            cursor.Fail(first.Span, $"the expression is nested more than {PolicyText.DeepestNesting} levels deep");
        return new(kind, body, cursor.SpanFrom(first));
    }
}
