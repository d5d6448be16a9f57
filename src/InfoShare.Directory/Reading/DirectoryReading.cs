namespace InfoShare.Directory;

/// <summary>What came of reading a directory file: the directory, or everything that is wrong with the file.</summary>
/// <param name="Directory">The directory; null when there are problems.</param>
/// <param name="Problems">What is wrong, in the order of the lines; empty when there is a directory.</param>
public sealed record DirectoryReading(SharingDirectory? Directory, IReadOnlyList<DirectoryProblem> Problems);
