namespace InfoShare.Policy.Cedar.Syntax;

/// <summary>A stretch of policy text.</summary>
/// <param name="Line">The first character's line, from 1; 0 where the policy was not read from text.</param>
/// <param name="Column">The first character's column, from 1, in UTF-16 units.</param>
/// <param name="Length">UTF-16 units, line ends included.</param>
public readonly record struct SourceSpan(int Line, int Column, int Length);
