using System.Text.RegularExpressions;
using InfoShare.Contracts.Concerns;

namespace InfoShare.Adapters.Education.Ctf;

/// <summary>The name that a transfer file should have: <c>9429998_CTF_9359999_001.xml</c>, sender and receiver by authority and estab.</summary>
internal static partial class CtfFileName
{
    /// <summary>Where the name says otherwise than the header. A name of another form says nothing.</summary>
    public static IEnumerable<Mark> Differences(string? fileName, CtfSchool source, CtfSchool destination)
    {
        var name = Form().Match(fileName ?? "");
        if (!name.Success)
            yield break;
        if (Differs(name.Groups["from"].Value, source))
            yield return Different("SourceSchool");
        if (Differs(name.Groups["to"].Value, destination))
            yield return Different("DestSchool");
    }

    private static bool Differs(string number, CtfSchool school) => school.Number is { } other && !CtfNames.Same(number, other);

    private static Mark Different(string school) => new() { Field = "file name", Problem = $"must name the {school} of the header, which was used" };

    [GeneratedRegex(@"^(?<from>[0-9A-Z]{7})_CTF_(?<to>[0-9A-Z]{7})_[0-9]{3}\.xml$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
