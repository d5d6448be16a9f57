using System.Xml.Linq;

namespace InfoShare.Adapters.Education.Ctf;

/// <summary>Names of elements. Products write some in other cases (<c>CTFversion</c>, <c>CTFVersion</c>), so case never matters, nor does a namespace.</summary>
internal static class CtfNames
{
    public const string Root = "CTfile";
    public const string Header = "Header";
    public const string PupilData = "CTFpupilData";
    public const string Pupil = "Pupil";

    public static bool Same(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The elements of a name.</summary>
    public static IEnumerable<XElement> In(XElement? parent, string name) =>
        parent?.Elements().Where(e => Same(e.Name.LocalName, name)) ?? [];
}
