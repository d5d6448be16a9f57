using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Evaluation;

/// <summary>Sets and records.</summary>
internal static class Collections
{
    public static Evaluator Set(Evaluator[] elements) => request => SetOf(EvaluateAll(elements, request));

    /// <summary>The set of these; or the first error among them.</summary>
    public static Evaluated SetOf(Evaluated[] elements)
    {
        if (FirstError(elements) is { } error)
            return error;
        return new CedarSet(elements.Select(element => element.Value!));
    }

    public static Evaluator Record(KeyValuePair<string, Evaluator>[] fields)
    {
        var names = Array.ConvertAll(fields, field => field.Key);
        var evaluators = Array.ConvertAll(fields, field => field.Value);
        return request => RecordOf(names, EvaluateAll(evaluators, request));
    }

    /// <summary>The record of these; or the first error among them.</summary>
    public static Evaluated RecordOf(string[] names, Evaluated[] values)
    {
        if (FirstError(values) is { } error)
            return error;
        return new CedarRecord(names.Zip(values, (name, value) => KeyValuePair.Create(name, value.Value!)));
    }

    public static Evaluator IsEmpty(Evaluator operand) => request =>
    {
        var value = operand(request);
        return value.Value is CedarSet set ? Evaluated.Of(set.Elements.Count == 0) : value.NotA("set");
    };

    public static Evaluator Contains(Evaluator left, Evaluator right) => request =>
    {
        var first = left(request);
        if (first.Value is null)
            return first;
        var second = right(request);
        if (second.Value is null)
            return second;
        return first.Value is CedarSet set ? Evaluated.Of(set.Contains(second.Value)) : first.NotA("set");
    };

    /// <summary>What is asked of two sets.</summary>
    public static Evaluator Both(Evaluator left, Evaluator right, Func<CedarSet, CedarSet, bool> holds) => request =>
    {
        var first = left(request);
        if (first.Value is null)
            return first;
        var second = right(request);
        if (second.Value is null)
            return second;
        if (first.Value is not CedarSet one)
            return first.NotA("set");
        return second.Value is CedarSet other ? Evaluated.Of(holds(one, other)) : second.NotA("set");
    };

    /// <summary>The values, up to the first error.</summary>
    public static Evaluated[] EvaluateAll(Evaluator[] evaluators, RequestView request)
    {
        var values = new Evaluated[evaluators.Length];
        for (var i = 0; i < evaluators.Length; i++)
        {
            values[i] = evaluators[i](request);
            if (values[i].Value is null)
                return [values[i]];
        }

        return values;
    }

    public static Evaluated? FirstError(Evaluated[] values)
    {
        foreach (var value in values)
            if (value.Value is null)
                return value;
        return null;
    }
}
