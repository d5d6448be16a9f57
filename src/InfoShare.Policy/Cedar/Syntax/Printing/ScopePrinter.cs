using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Syntax.Printing;

/// <summary>Writes a part of a scope.</summary>
internal static class ScopePrinter
{
    public static string Print(ScopeConstraint constraint, Variable variable)
    {
        var name = ExprPrinter.NameOf(variable);
        return constraint switch
        {
            ScopeConstraint.Equal c => $"{name} == {EntityOrSlot(c.Entity)}",
            ScopeConstraint.In c => $"{name} in {EntityOrSlot(c.Entity)}",
            ScopeConstraint.InAny c => $"{name} in [{string.Join(", ", c.Entities.Select(Quoted.Entity))}]",
            ScopeConstraint.Is c => $"{name} is {c.EntityType}",
            ScopeConstraint.IsIn c => $"{name} is {c.EntityType} in {EntityOrSlot(c.Entity)}",
            _ => name,
        };

        string EntityOrSlot(EntityUid? entity) => entity is null ? $"?{name}" : Quoted.Entity(entity);
    }
}
