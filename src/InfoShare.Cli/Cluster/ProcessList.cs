using System.Text.Json;

namespace InfoShare.Cli.Cluster;

/// <summary>One process of a cluster, as <c>processes.json</c> tells of it.</summary>
internal sealed record ClusterProcess(string Name, string Kind, int? Pid, Uri? Address);

/// <summary>The file <c>processes.json</c> of a cluster's data folder: what runs, and where it answers.</summary>
internal sealed class ProcessList(string dataFolder)
{
    private readonly Lock gate = new();

    private string FileName => Path.Combine(dataFolder, "processes.json");

    /// <summary>Writes the list, whole or not at all.</summary>
    public void Write(IEnumerable<ISupervised> supervised)
    {
        lock (gate)
        {
            var aside = FileName + ".new";
            File.WriteAllText(aside, JsonSerializer.Serialize(
                supervised.Select(s => new ClusterProcess(s.Name, s.Kind, s.ProcessId, s.Address)), JsonSerializerOptions.Web));
            File.Move(aside, FileName, overwrite: true);
        }
    }

    /// <summary>The list; empty where there is none that can be read.</summary>
    public IReadOnlyList<ClusterProcess> Read()
    {
        try
        {
            return File.Exists(FileName) ? JsonSerializer.Deserialize<ClusterProcess[]>(File.ReadAllText(FileName), JsonSerializerOptions.Web) ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
