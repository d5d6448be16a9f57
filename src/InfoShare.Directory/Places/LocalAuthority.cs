namespace InfoShare.Directory;

/// <summary>A local authority or district.</summary>
/// <param name="Gss">ONS GSS code: E06 unitary, E07 district, E08 metropolitan, E09 London, E10 county.</param>
/// <param name="Name">Its name.</param>
/// <param name="ChildrensServices">GSS code of the authority that runs, or ran, children's services there: its own, or a district's county.</param>
/// <param name="From">First day of the code; null where it goes back before anything that matters here.</param>
/// <param name="To">Last day of the code; null while it is in use.</param>
/// <param name="Successor">The code that took over, if there is exactly one.</param>
public sealed record LocalAuthority(string Gss, string Name, string ChildrensServices, DateOnly? From, DateOnly? To, string? Successor)
{
    /// <summary>True for an authority that runs children's services; false for a district.</summary>
    public bool RunsChildrensServices => Gss == ChildrensServices;
}
