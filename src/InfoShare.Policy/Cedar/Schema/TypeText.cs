using System.Globalization;
using System.Text;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Types as a schema writes them, for messages.</summary>
internal static class TypeText
{
    /// <summary>UTF-16 units, about: shared types could otherwise be written for ever.</summary>
    private const int MostLength = 160;

    public static string Of(CedarType type)
    {
        var text = new StringBuilder();
        Write(type, text);
        return text.Length > MostLength ? text.ToString(0, MostLength) + "…" : text.ToString();
    }

    /// <summary>The name of an extension type.</summary>
    public static string Name(ValueKind kind) => kind switch
    {
        ValueKind.Decimal => "decimal",
        ValueKind.IpAddress => "ipaddr",
        ValueKind.DateTime => "datetime",
        ValueKind.Duration => "duration",
        _ => kind.ToString(),
    };

    private static void Write(CedarType type, StringBuilder text)
    {
        if (text.Length > MostLength)
            return;
        switch (type)
        {
            case CedarType.BooleanType:
                text.Append("Bool");
                break;
            case CedarType.LongType:
                text.Append("Long");
                break;
            case CedarType.StringType:
                text.Append("String");
                break;
            case CedarType.EntityType entity:
                text.Append(entity.Name);
                break;
            case CedarType.ExtensionType extension:
                text.Append(Name(extension.Kind));
                break;
            case CedarType.SetType set:
                text.Append("Set<");
                Write(set.Element, text);
                text.Append('>');
                break;
            case CedarType.RecordType record:
                Write(record, text);
                break;
        }
    }

    private static void Write(CedarType.RecordType record, StringBuilder text)
    {
        var separator = "{";
        foreach (var (name, attribute) in record.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            if (text.Length > MostLength)
                return;
            text.Append(CultureInfo.InvariantCulture, $"{separator}{name}{(attribute.IsRequired ? "" : "?")}: ");
            Write(attribute.Type, text);
            separator = ", ";
        }

        text.Append(record.Attributes.Count == 0 ? "{}" : "}");
    }
}
