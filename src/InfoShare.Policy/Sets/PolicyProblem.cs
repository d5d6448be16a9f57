namespace InfoShare.Policy.Sets;

/// <summary>Why a policy set is refused.</summary>
/// <param name="File">In the policy folder.</param>
/// <param name="Line">From 1; 0: the file as a whole.</param>
/// <param name="Column">From 1, in UTF-16 units; 0 likewise.</param>
/// <param name="Message">Lower case, no full stop.</param>
public sealed record PolicyProblem(string File, int Line, int Column, string Message)
{
    /// <summary>Where it is, without a word of what stands there.</summary>
    public string Place => Line == 0 ? File : $"{File}:{Line}:{Column}";

    public override string ToString() => $"{Place}: {Message}";
}
