namespace InfoShare.Policy.Sets;

/// <summary>Why a policy set is refused.</summary>
/// <param name="File">In the policy folder.</param>
/// <param name="Line">From 1; 0: the file as a whole.</param>
/// <param name="Column">From 1, in UTF-16 units; 0 likewise.</param>
/// <param name="Message">Lower case, no full stop.</param>
public sealed record PolicyProblem(string File, int Line, int Column, string Message)
{
    public override string ToString() => Line == 0 ? $"{File}: {Message}" : $"{File}:{Line}:{Column}: {Message}";
}
