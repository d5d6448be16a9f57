using System.Text.Json;
using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Validation;
using InfoShare.Policy.Tests.Conformance;

namespace InfoShare.Policy.Tests.Validation;

public sealed class CorpusValidationTests
{
    [Fact]
    public void Every_schema_of_the_corpus_is_well_formed()
    {
        var wrong = ConformanceFiles.Corpus.Where(file => file.Key.EndsWith(".cedarschema", StringComparison.Ordinal))
            .Select(file => (file.Key, Parsed: SchemaText.Parse(file.Value))).Where(file => !file.Parsed.IsValid).ToList();

        Assert.True(wrong.Count == 0, $"{wrong.Count}: {string.Join("; ", wrong.Take(5).Select(w => $"{w.Key} {w.Parsed.Errors[0]}"))}");
    }

    [Fact]
    public void Every_validation_of_the_corpus_ends_as_Cedars_did()
    {
        var differing = Cases().Where(c => c.Expected != c.Found.IsValid)
            .Select(c => $"{c.Name}: Cedar {c.Expected}, here {string.Join("; ", c.Found.Errors)}").ToList();

        Assert.True(differing.Count == 0, $"{differing.Count}: {string.Join('\n', differing.Take(10))}");
    }

    private static IEnumerable<(string Name, bool Expected, ValidationResult Found)> Cases() =>
        from file in ConformanceFiles.Corpus
        where file.Key.EndsWith(".json", StringComparison.Ordinal) && !file.Key.EndsWith(".entities.json", StringComparison.Ordinal)
        let test = JsonDocument.Parse(file.Value).RootElement
        let schema = SchemaText.Parse(ConformanceFiles.Corpus[test.GetProperty("schema").GetString()!]).Value!
        let policies = PolicyText.Parse(ConformanceFiles.Corpus[test.GetProperty("policies").GetString()!]).Value!
        select (file.Key, test.GetProperty("shouldValidate").GetBoolean(), PolicyValidator.Validate(schema, policies));
}
