using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Looks the names of types up, and puts the types of common types in their place.</summary>
internal sealed class TypeResolver
{
    /// <summary>Types inside one another at the most, common types looked into.</summary>
    public const int MostDepth = 200;

    private readonly DeclaredNames names;
    private readonly List<SyntaxError> errors;
    private readonly TypeTable table = new();
    private readonly Dictionary<string, CedarType?> commonTypes = [];

    /// <param name="errors">Where what is wrong is told.</param>
    public TypeResolver(DeclaredNames names, List<SyntaxError> errors)
    {
        (this.names, this.errors) = (names, errors);
        foreach (var (name, type) in SchemaNames.BuiltIn)
            commonTypes[name] = commonTypes[SchemaNames.Qualify(SchemaNames.Cedar, name)] = type;
    }

    /// <summary>Makes the common types known, each after those it uses. False, with an error, when some use each other in a circle.</summary>
    public bool Add(IReadOnlyList<CommonTypeDeclaration> declarations)
    {
        var byName = declarations.GroupBy(type => type.FullName).ToDictionary(same => same.Key, same => same.First());
        var (order, cycle) = new Hierarchy<string>(byName.ToDictionary(type => type.Key, type => (IReadOnlyList<string>)Used(type.Value, byName))).Order();
        if (cycle is not null)
        {
            errors.Add(byName[cycle[0]].Place.Error($"common types cannot be made of each other: {DeclarationRules.Circle(cycle)}"));
            return false;
        }

        foreach (var name in order)
            commonTypes[name] = Resolve(byName[name].Type, byName[name].Namespace);
        return true;
    }

    /// <summary>The type; null when something in it is wrong, which is then said.</summary>
    public CedarType? Resolve(TypeExpression type, string? @namespace)
    {
        var resolved = type switch
        {
            TypeExpression.Known known => known.Type,
            TypeExpression.Named named => Resolve(named, @namespace),
            TypeExpression.Set set => Resolve(set.Element, @namespace) is { } element ? table.Set(element) : null,
            TypeExpression.Record record => Resolve(record, @namespace),
            _ => throw new InvalidOperationException($"no type is written as a {type.GetType().Name}"),
        };
        if (resolved is not { Depth: > MostDepth })
            return resolved;
        errors.Add(type.Place.Error($"types cannot lie inside one another more than {MostDepth} deep"));
        return null;
    }

    /// <summary>The type, which must be a record: the shape of an entity or a context.</summary>
    public CedarType.RecordType? ResolveRecord(TypeExpression type, string? @namespace, string what)
    {
        var resolved = Resolve(type, @namespace);
        if (resolved is not null and not CedarType.RecordType)
            errors.Add(type.Place.Error($"{what} must be a record, found `{resolved}`"));
        return resolved as CedarType.RecordType;
    }

    private CedarType? Resolve(TypeExpression.Named named, string? @namespace)
    {
        switch (names.Resolve(named.Name, named.Kind, @namespace))
        {
            case ({ } name, true):
                return commonTypes.GetValueOrDefault(name);
            case ({ } name, false):
                return table.Entity(name);
            default:
                errors.Add(DeclaredNames.Unknown(named.Name, named.Kind, @namespace, named.Place));
                return null;
        }
    }

    private CedarType.RecordType? Resolve(TypeExpression.Record record, string? @namespace)
    {
        var attributes = new Dictionary<string, AttributeType>(record.Attributes.Count);
        foreach (var attribute in record.Attributes)
        {
            if (Resolve(attribute.Type, @namespace) is { } type)
                attributes[attribute.Name] = new(type, attribute.IsRequired);
        }

        return attributes.Count == record.Attributes.Count ? table.Record(attributes) : null;
    }

    private List<string> Used(CommonTypeDeclaration declaration, Dictionary<string, CommonTypeDeclaration> declared)
    {
        var used = new List<string>();
        Collect(declaration.Type);
        return used;

        void Collect(TypeExpression type)
        {
            if (type is TypeExpression.Named named && names.Resolve(named.Name, named.Kind, declaration.Namespace) is ({ } name, true) && declared.ContainsKey(name))
                used.Add(name);
            else if (type is TypeExpression.Set set)
                Collect(set.Element);
            else if (type is TypeExpression.Record record)
                foreach (var attribute in record.Attributes)
                    Collect(attribute.Type);
        }
    }
}
