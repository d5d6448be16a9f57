using System.Formats.Tar;
using System.IO.Compression;

namespace InfoShare.Policy.Tests.Conformance;

/// <summary>The files of an archive of conformance cases, by their path in it.</summary>
internal static class ConformanceFiles
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> TheCorpus = new(() => Read(Inputs.Require("cedar-corpus.tar.gz")));
    private static readonly Lazy<IReadOnlyDictionary<string, string>> TheHandwritten = new(() => Read(Inputs.Require("cedar-handwritten-tests.tar.gz")));

    /// <summary>Generated cases; the test is skipped where they are absent.</summary>
    public static IReadOnlyDictionary<string, string> Corpus => TheCorpus.Value;

    /// <summary>Cases that people wrote; the test is skipped where they are absent.</summary>
    public static IReadOnlyDictionary<string, string> Handwritten => TheHandwritten.Value;

    private static Dictionary<string, string> Read(string archive)
    {
        var files = new Dictionary<string, string>();
        using var unzipped = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        using var tar = new TarReader(unzipped);
        while (tar.GetNextEntry() is { } entry)
            if (entry.DataStream is { } data)
                files[entry.Name] = new StreamReader(data).ReadToEnd();
        return files;
    }
}
