using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Evaluation;

/// <summary>Attributes of records and entities, and tags of entities.</summary>
internal static class Attributes
{
    private const string RecordOrEntity = "record or entity";

    /// <summary>An error where there is no such attribute, or where nothing is known of the entity.</summary>
    public static Evaluator Get(Evaluator target, string attribute) => request => Get(target(request), attribute, request);

    /// <summary>The same of a part of the request, which most policies ask.</summary>
    public static Evaluator Get(Variable variable, string attribute) => variable switch
    {
        Variable.Principal => request => Get(request.Request.Principal, request.Principal, attribute),
        Variable.Action => request => Get(request.Request.Action, request.Action, attribute),
        Variable.Resource => request => Get(request.Request.Resource, request.Resource, attribute),
        _ => request => Get(request.Request.Context, attribute),
    };

    /// <summary>False as soon as one step is not there, also where nothing is known of the entity.</summary>
    public static Evaluator Has(Evaluator target, IReadOnlyList<string> path)
    {
        var last = path[^1];
        if (path.Count == 1)
            return request => Has(target(request), last, request);
        var before = path.Take(path.Count - 1).ToArray();
        return request =>
        {
            var at = target(request);
            foreach (var step in before)
            {
                var has = Has(at, step, request);
                if (!has.IsTrue)
                    return has;
                at = Get(at, step, request);
            }

            return Has(at, last, request);
        };
    }

    public static Evaluator GetTag(Evaluator target, Evaluator name) => request =>
    {
        var tagged = target(request);
        if (tagged.Value is null)
            return tagged;
        var tag = name(request);
        if (tag.Value is null)
            return tag;
        if (tagged.Value is not EntityUid uid)
            return tagged.NotA("entity");
        if (tag.Value is not CedarString { Value: var text })
            return tag.NotA("string");
        if (request.Find(uid) is not { } known)
            return Unknown(uid);
        return known.Entity.Tags[text] is { } value ? value : Evaluated.Failed($"`{uid}` has no tag `{text}`");
    };

    public static Evaluator HasTag(Evaluator target, Evaluator name) => request =>
    {
        var tagged = target(request);
        if (tagged.Value is null)
            return tagged;
        var tag = name(request);
        if (tag.Value is null)
            return tag;
        if (tagged.Value is not EntityUid uid)
            return tagged.NotA("entity");
        return tag.Value is CedarString { Value: var text } ? Evaluated.Of(request.Find(uid)?.Entity.Tags[text] is not null) : tag.NotA("string");
    };

    private static Evaluated Get(CedarRecord record, string attribute) =>
        record[attribute] is { } value ? value : Evaluated.Failed($"the record has no attribute `{attribute}`");

    /// <param name="known">What is known of the entity.</param>
    private static Evaluated Get(EntityUid uid, KnownEntity? known, string attribute) =>
        known is null ? Unknown(uid)
        : known.Entity.Attributes[attribute] is { } value ? value
        : Evaluated.Failed($"`{uid}` has no attribute `{attribute}`");

    private static Evaluated Get(Evaluated target, string attribute, RequestView request) => target.Value switch
    {
        CedarRecord record => Get(record, attribute),
        EntityUid uid => Get(uid, request.Find(uid), attribute),
        _ => target.NotA(RecordOrEntity),
    };

    private static Evaluated Has(Evaluated target, string attribute, RequestView request) => target.Value switch
    {
        CedarRecord record => Evaluated.Of(record[attribute] is not null),
        EntityUid uid => Evaluated.Of(request.Find(uid)?.Entity.Attributes[attribute] is not null),
        _ => target.NotA(RecordOrEntity),
    };

    private static Evaluated Unknown(EntityUid uid) => Evaluated.Failed($"the entity `{uid}` does not exist");
}
