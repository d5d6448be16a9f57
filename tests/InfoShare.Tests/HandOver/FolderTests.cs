using InfoShare.Adapters.HandOver;
using InfoShare.Tests.Adapters;

namespace InfoShare.Tests.HandOver;

/// <summary>Handing over as files.</summary>
public sealed class FolderTests() : HandOverContract(new FolderSystem());

/// <summary>Takes the files out of <c>out/</c>, those that were there first, first.</summary>
internal sealed class FolderSystem : IAgencySystem
{
    private readonly List<Got> got = [];

    public string StateBeforeTheNote => "staged";

    public IReadOnlyList<Got> Got => got;

    public Task<HandOverSettings> StartAsync() => Task.FromResult<HandOverSettings>(new HandOverSettings.Folder());

    public Task TakeAsync(AgencyUnderTest agency)
    {
        foreach (var file in new DirectoryInfo(agency.Out("")).GetFiles().OrderBy(f => f.LastWriteTimeUtc))
        {
            var name = file.Name.Split('.');
            got.Add(new(name[0], name[1] switch { "withheld" => "withheld", "recalled" => "recall", _ => "delivery" }, File.ReadAllText(file.FullName)));
            file.Delete();
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
