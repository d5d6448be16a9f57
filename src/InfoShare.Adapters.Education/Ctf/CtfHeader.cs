using System.Xml.Linq;
using InfoShare.Contracts.Concerns;

namespace InfoShare.Adapters.Education.Ctf;

/// <summary>What a file says about itself.</summary>
/// <param name="Source">The school that the pupils leave.</param>
/// <param name="Destination">Where they go.</param>
/// <param name="Marks">What could not be used, and what differs from the file's name. The header is trusted, the name is not.</param>
internal sealed record CtfHeader(CtfSchool Source, CtfSchool Destination, IReadOnlyList<Mark> Marks)
{
    /// <summary>Receivers take the current version and the one before. Source: help of a school system; see docs/formats-education.md.</summary>
    private static readonly string[] Versions = ["24", "25"];

    public static CtfHeader Read(XElement element, string? fileName)
    {
        var marks = new List<Mark>();
        var fields = new CtfFields(element, CtfNames.Header, marks);
        if (fields.Text("CTFversion") is not { } version || !Versions.Contains(version.Split('.')[0]))
            fields.Mark("CTFversion", "must be 24 or 25; the file was read all the same");
        var source = CtfSchool.Read(fields.Block("SourceSchool"));
        if (source is { Urn: null, IsAuthorityItself: false })
            fields.Mark("SourceSchool/URN", "is missing; the participant's first school speaks");
        var destination = CtfSchool.Read(fields.Block("DestSchool"));
        marks.AddRange(CtfFileName.Differences(fileName, source, destination));
        return new(source, destination, marks);
    }
}
