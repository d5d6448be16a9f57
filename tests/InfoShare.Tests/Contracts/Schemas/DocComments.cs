using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using InfoShare.Contracts.Wire;

namespace InfoShare.Tests.Contracts.Schemas;

/// <summary>The documentation comments of the contracts, as plain text for the schemas.</summary>
internal static partial class DocComments
{
    private static readonly Dictionary<string, XElement> Members =
        XDocument.Load(Path.ChangeExtension(typeof(MessageTypes).Assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>What a record or code list is: its summary, and its remarks if any.</summary>
    public static string Of(Type type)
    {
        var member = Members[$"T:{type.FullName}"];
        return string.Join(' ', new[] { member.Element("summary"), member.Element("remarks") }.OfType<XElement>().Select(Plain));
    }

    /// <summary>What a field of a record, or a code of a code list, means.</summary>
    public static string Of(Type declaring, string name)
    {
        var type = declaring.IsGenericType ? declaring.GetGenericTypeDefinition() : declaring;
        return Plain(Members[$"{(type.IsEnum ? 'F' : 'P')}:{type.FullName}.{name}"].Element("summary")!);
    }

    private static string Plain(XElement element) => Spaces().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => $"`{NameOf(see.Attribute("cref")!.Value)}`",
        XElement element => $"`{element.Value}`",
        _ => "",
    };

    private static string NameOf(string cref)
    {
        var name = cref[(cref.LastIndexOf('.') + 1)..];
        return cref.StartsWith("P:", StringComparison.Ordinal) ? JsonNamingPolicy.CamelCase.ConvertName(name) : name;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
