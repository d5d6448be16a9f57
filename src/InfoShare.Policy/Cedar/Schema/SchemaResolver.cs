using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Syntax.Printing;
using InfoShare.Policy.Cedar.Syntax.Reading;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Makes a schema of what is declared, or says what is wrong with it.</summary>
internal sealed class SchemaResolver
{
    private readonly Declarations declarations;
    private readonly DeclaredNames names;
    private readonly TypeResolver types;
    private readonly List<SyntaxError> errors;

    private SchemaResolver(Declarations declarations)
    {
        this.declarations = declarations;
        errors = [.. DeclarationRules.Broken(declarations)];
        names = new(declarations);
        types = new(names, errors);
    }

    public static Parsed<CedarSchema> Resolve(Declarations declarations) => new SchemaResolver(declarations).Resolve();

    private Parsed<CedarSchema> Resolve()
    {
        // What is declared twice would be told again for each of its parts.
        if (errors.Count > 0 || !types.Add(declarations.CommonTypes))
            return Failed();

        var parents = declarations.EntityTypes.ToDictionary(type => type.FullName, type => EntityTypes(type.Body.Parents, type.Namespace));
        var actionParents = declarations.Actions.ToDictionary(action => action.Uid, ActionsAbove);
        var actionHierarchy = new Hierarchy<EntityUid>(actionParents);
        if (actionHierarchy.Order().Cycle is { } cycle)
            errors.Add(declarations.Actions.First(action => action.Uid.Equals(cycle[0])).Place.Error(
                $"actions cannot be below themselves: {DeclarationRules.Circle([.. cycle.Select(Quoted.Entity)])}"));

        var entityTypes = declarations.EntityTypes.Select(Define).ToList();
        var actions = declarations.Actions.Select(action => Define(action, actionParents[action.Uid])).ToList();
        return errors.Count > 0
            ? Failed()
            : Parsed.Of(new CedarSchema(
                entityTypes.ToDictionary(type => type.Name), new(parents), actions.ToDictionary(action => action.Uid), actionHierarchy));
    }

    private Parsed<CedarSchema> Failed() => Parsed.Failed<CedarSchema>([.. errors.OrderBy(error => error.Line).ThenBy(error => error.Column)]);

    private EntityTypeDefinition Define(EntityTypeDeclaration type) => new(
        type.FullName,
        types.ResolveRecord(type.Body.Shape, type.Namespace, $"the shape of `{type.FullName}`") ?? CedarType.RecordType.Empty,
        type.Body.Tags is null ? null : types.Resolve(type.Body.Tags, type.Namespace),
        type.Body.Choices);

    private ActionDefinition Define(ActionDeclaration action, IReadOnlyList<EntityUid> parents) => new(
        action.Uid,
        parents,
        EntityTypes(action.AppliesTo.Principals, action.Namespace),
        EntityTypes(action.AppliesTo.Resources, action.Namespace),
        types.ResolveRecord(action.AppliesTo.Context, action.Namespace, $"the context of `{Quoted.Entity(action.Uid)}`") ?? CedarType.RecordType.Empty);

    /// <summary>Entity types named as parents, principals or resources, each once. Actions cannot be any of these.</summary>
    private IReadOnlyList<string> EntityTypes(IReadOnlyList<NameReference> references, string? @namespace)
    {
        var found = new List<string>(references.Count);
        foreach (var reference in references)
        {
            if (names.Resolve(reference.Name, NameKind.Entity, @namespace) is not { } resolved)
                errors.Add(DeclaredNames.Unknown(reference.Name, NameKind.Entity, @namespace, reference.Place));
            else if (ScopeChecks.IsActionType(resolved.Name))
                errors.Add(reference.Place.Error($"expected an entity type, found `{resolved.Name}`, which is the type of actions"));
            else
                found.Add(resolved.Name);
        }

        return [.. found.Distinct()];
    }

    private IReadOnlyList<EntityUid> ActionsAbove(ActionDeclaration action)
    {
        var found = new List<EntityUid>(action.Parents.Count);
        foreach (var parent in action.Parents)
        {
            if (names.Resolve(parent, action.Namespace) is { } uid)
                found.Add(uid);
            else
                errors.Add(DeclaredNames.Unknown(parent, action.Namespace));
        }

        return [.. found.Distinct()];
    }
}
