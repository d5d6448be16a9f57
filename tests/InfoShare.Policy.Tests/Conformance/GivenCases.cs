using InfoShare.Policy.Cedar.Conformance;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Tests.Conformance;

/// <summary>Cedar's public cases, of which everything can be read. A test that asks for those that are absent is skipped.</summary>
internal static class GivenCases
{
    private static readonly Lazy<IReadOnlyList<ConformanceCase>> TheCorpus = new(() => In(ConformanceFiles.Corpus));
    private static readonly Lazy<IReadOnlyList<ConformanceCase>> TheHandwritten = new(() => In(ConformanceFiles.Handwritten));

    /// <summary>Generated cases.</summary>
    public static IReadOnlyList<ConformanceCase> Corpus => TheCorpus.Value;

    /// <summary>Cases that people wrote.</summary>
    public static IReadOnlyList<ConformanceCase> Handwritten => TheHandwritten.Value;

    /// <summary>Paths inside a case are paths of the archive.</summary>
    private static List<ConformanceCase> In(IReadOnlyDictionary<string, string> files) =>
    [
        .. from file in files
           where file.Key.EndsWith(".json", StringComparison.Ordinal)
           orderby file.Key
           let read = CaseFile.Read(file.Value)
           where read is not null
           select Read(file.Key, read, files),
    ];

    private static ConformanceCase Read(string name, Parsed<CaseFile> read, IReadOnlyDictionary<string, string> files)
    {
        Assert.True(read.IsValid, $"{name}: {string.Join("; ", read.Errors)}");
        var one = ConformanceCase.Of(name, read.Value, Text(read.Value.Policies), Text(read.Value.Schema), Text(read.Value.Entities));
        Assert.True(one.Policies.IsValid && one.Schema.IsValid && one.Entities.IsValid && one.Requests.All(request => request.Expected.IsValid), name);
        return one;

        Parsed<string> Text(string path) => Parsed.Of(files[path]);
    }
}
