namespace InfoShare.EndToEnd.Tests.Running;

/// <summary>A data folder, its keys beside it, and room for what is taken out of it; gone after the test.</summary>
internal sealed class DataFolder(string? parent = null) : IDisposable
{
    private readonly string root = parent is null
        ? Directory.CreateTempSubdirectory("infoshare-e2e-").FullName
        : Directory.CreateDirectory(parent).FullName;

    /// <summary>The eight sample participants.</summary>
    public static IReadOnlyList<string> Participants { get; } =
        [.. from kind in (string[])["education", "health", "police", "social-care"] from area in (string[])["cumberland", "suffolk"] select $"{kind}-{area}"];

    /// <summary>The data folder itself.</summary>
    public string Path => System.IO.Path.Combine(root, "data");

    /// <summary>Its keys.</summary>
    public string Keys => Path + ".keys";

    /// <summary>A folder outside the data.</summary>
    public string Beside(params string[] parts) => System.IO.Path.Combine([root, .. parts]);

    public string Agency(string participant, params string[] parts) => System.IO.Path.Combine([Path, "agencies", participant, .. parts]);

    /// <summary>Puts a file into an agency's <c>in/</c>, whole.</summary>
    public void Drop(string participant, string name, ReadOnlySpan<byte> content)
    {
        var aside = Agency(participant, "in", "." + name);
        Directory.CreateDirectory(Agency(participant, "in"));
        File.WriteAllBytes(aside, content);
        File.Move(aside, Agency(participant, "in", name), overwrite: true);
    }

    /// <summary>The names of the visible files of an agency's folder, in order; of the folders of all agencies without a participant.</summary>
    public IReadOnlyList<string> Files(string folder, string? participant = null) =>
        [.. (participant is null ? Participants : [participant])
            .Select(p => Agency(p, folder)).Where(Directory.Exists)
            .SelectMany(Directory.EnumerateFiles).Where(f => System.IO.Path.GetFileName(f)[0] != '.').Order(StringComparer.Ordinal)];

    /// <summary>Copies a folder or file; what was there is gone.</summary>
    public static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            File.Copy(from, to, overwrite: true);
            return;
        }

        if (Directory.Exists(to))
            Directory.Delete(to, recursive: true);
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, System.IO.Path.Combine(to, System.IO.Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
