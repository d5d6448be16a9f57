using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Tests.Conformance;

public sealed class CorpusTextTests
{
    [Fact]
    public void Every_policy_of_the_corpus_parses()
    {
        var wrong = Texts().Select(text => (text.Key, Parsed: PolicyText.Parse(text.Value))).Where(text => !text.Parsed.IsValid).ToList();

        Assert.True(wrong.Count == 0, $"{wrong.Count}: {string.Join("; ", wrong.Take(5).Select(w => $"{w.Key} {w.Parsed.Errors[0]}"))}");
    }

    [Fact]
    public void What_is_printed_of_it_parses_and_prints_the_same()
    {
        foreach (var (file, text) in Texts())
        {
            var printed = string.Join('\n', PolicyText.Parse(text).Value!.Select(PolicyPrinter.Print));
            var again = PolicyText.Parse(printed);

            Assert.True(again.IsValid, file);
            Assert.Equal(printed, string.Join('\n', again.Value.Select(PolicyPrinter.Print)));
        }
    }

    [Fact]
    public void What_is_written_of_it_in_JSON_reads_as_the_same()
    {
        foreach (var (file, text) in Texts())
            foreach (var policy in PolicyText.Parse(text).Value!)
            {
                var read = PolicyJson.Read(PolicyJson.Write(policy), policy.Id);

                Assert.True(read.IsValid, file);
                Assert.Equal(PolicyPrinter.Print(policy), PolicyPrinter.Print(read.Value));
            }
    }

    private static IEnumerable<KeyValuePair<string, string>> Texts() =>
        ConformanceFiles.Corpus.Where(file => file.Key.EndsWith(".cedar", StringComparison.Ordinal));
}
