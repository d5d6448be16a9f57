namespace InfoShare.Adapters.Tables;

/// <summary>The row that names the columns.</summary>
/// <param name="Names">The names, as they are written.</param>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Separator">What stands between cells.</param>
public sealed record TableHeader(IReadOnlyList<string> Names, long Line, char Separator);
