using System.Security.Cryptography;
using System.Text;
using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Validation;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Sets;

/// <summary>Makes one set of its files, or says all that is wrong with them. Pure.</summary>
internal static class PolicySetReader
{
    public const string Schema = "infoshare.cedarschema";
    public const string Partnerships = "partnerships.json";

    /// <param name="name">What the set is called.</param>
    /// <param name="policies">Its policy files, in order.</param>
    public static (SharingPolicy? Policy, IReadOnlyList<PolicyProblem> Problems) Read(string name, IReadOnlyList<string> policies, PolicyFiles files)
    {
        string[] needed = [Schema, Partnerships, .. policies];
        if (needed.Where(file => files[file] is null).ToList() is { Count: > 0 } missing)
            return (null, [.. missing.Select(file => new PolicyProblem(file, 0, 0, $"is missing; the set `{name}` needs it"))]);

        var schema = SchemaText.Parse(files[Schema]!);
        var read = policies.Select(file => RuleReader.Read(file, files[file]!)).ToList();
        SharingRule[] rules = [.. read.SelectMany(one => one.Rules)];
        var (set, repeated) = PolicySet.Of([.. rules.Select(rule => rule.Policy)]);
        var (partnerships, faulty) = ReadPartnerships(files[Partnerships]!, schema.Value);
        PolicyProblem[] problems =
        [
            .. schema.Errors.Select(error => new PolicyProblem(Schema, error.Line, error.Column, error.Message)),
            .. read.SelectMany(one => one.Problems),
            .. repeated.Select(problem => new PolicyProblem(NamedSet.File, 0, 0, $"the set `{name}`: {problem}")),
            .. faulty,
            .. schema.Value is null ? [] : Validate(schema.Value, rules),
        ];
        if (problems.Length > 0)
            return (null, problems);
        PolicyFile[] texts = [.. needed.Select(file => new PolicyFile(file, files[file]!))];
        return (new(name, VersionOf(texts), texts, new(set!, rules, partnerships)), []);
    }

    /// <summary>The set that these files were, in their order; or what this release finds wrong with them.</summary>
    public static (SharingPolicy? Policy, IReadOnlyList<PolicyProblem> Problems) Again(string name, IReadOnlyList<PolicyFile> files) => Read(
        name, [.. files.Select(file => file.Name).Where(file => file is not (Schema or Partnerships))], new(files.DistinctBy(file => file.Name).ToDictionary(file => file.Name, file => file.Text)));

    /// <summary>A policy that never applies is refused, too: somebody meant it to.</summary>
    private static IEnumerable<PolicyProblem> Validate(CedarSchema schema, IReadOnlyList<SharingRule> rules)
    {
        foreach (var rule in rules)
        {
            var result = PolicyValidator.Validate(schema, [rule.Policy]);
            foreach (var finding in result.Errors.Concat(result.Warnings))
                yield return new(rule.File, finding.Span.Line, finding.Span.Column, $"{rule.Id}: {finding.Message}");
        }
    }

    private static (IReadOnlyDictionary<EntityUid, Entity> Partnerships, IReadOnlyList<PolicyProblem> Problems) ReadPartnerships(string text, CedarSchema? schema)
    {
        var none = new Dictionary<EntityUid, Entity>();
        if (schema is null)
            return (none, []);
        var parsed = SchemaEntityJson.Read(schema, text);
        if (!parsed.IsValid)
            return (none, [.. parsed.Errors.Select(error => new PolicyProblem(Partnerships, error.Line, error.Column, error.Message))]);
        var all = parsed.Value.Entities.Where(entity => entity.Uid.Type == "Partnership").ToDictionary(entity => entity.Uid);
        return all.ContainsKey(new("Partnership", "default")) ? (all, []) : (none, [new(Partnerships, 0, 0, "has no partnership `default`")]);
    }

    /// <summary>The same files in the same order, whatever their line ends, are the same version; nothing else is.</summary>
    private static string VersionOf(IEnumerable<PolicyFile> files)
    {
        var all = string.Concat(files.Select(file => $"{file.Name}\n{Encoding.UTF8.GetByteCount(file.Text)}\n{file.Text}"));
        return $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))}";
    }
}
