using InfoShare.Cli.Hosting;
using InfoShare.Cli.Policies;
using InfoShare.Policy;
using InfoShare.Policy.Sets;
using InfoShare.Storage;
using InfoShare.Storage.Policies;

namespace InfoShare.Tests.Hosting;

public sealed class PolicyOpeningTests : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RoutingStore store;

    public PolicyOpeningTests()
    {
        store = RoutingStore.Open(folder.File("data"), folder.File("keys"));
        System.IO.Directory.CreateDirectory(Policies);
        foreach (var (name, text) in PolicyFiles.OfThisRelease.Texts)
            File.WriteAllText(Path.Combine(Policies, name), text);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Policies => folder.File("policies");

    [Fact]
    public async Task Without_a_folder_those_of_this_release_decide() => Assert.Same(SharingPolicies.OfThisRelease, (await ReadAsync(null)).Policies);

    [Fact]
    public async Task A_folder_decides_from_the_next_start_on()
    {
        Append("parts.cedar", "// changed\n");

        var opened = await ReadAsync(Policies);

        Assert.Empty(opened.Refused);
        Assert.NotEqual(SharingPolicies.OfThisRelease.All[0].Version, opened.Policies.All[0].Version);
    }

    [Fact]
    public async Task Where_it_is_refused_those_that_were_used_last_go_on()
    {
        await store.WriteAsync(scope => scope.Keep(SharingPolicies.OfThisRelease, DateTimeOffset.UnixEpoch));
        Append("parts.cedar", "permit (secret;\n");

        var opened = await ReadAsync(Policies);

        Assert.Equal(SharingPolicies.OfThisRelease.InForce.Select(set => set.Policy.Version), opened.Policies.InForce.Select(set => set.Policy.Version));
        var lines = PolicyFiles.OfThisRelease.Texts["parts.cedar"].Count(c => c == '\n');
        Assert.Equal($"parts.cedar:{lines + 1}:", opened.Refused[0].Place[..$"parts.cedar:{lines + 1}:".Length]);
        Assert.DoesNotContain("secret", opened.Refused[0].Place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_are_none_from_before_nothing_starts_and_every_problem_is_named()
    {
        Append("parts.cedar", "permit (;\n");
        Append("grounds.cedar", "forbid (;\n");

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => ReadAsync(Policies));

        Assert.Contains("parts.cedar:", refused.Message, StringComparison.Ordinal);
        Assert.Contains("grounds.cedar:", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_by_its_name()
    {
        await File.WriteAllBytesAsync(Path.Combine(Policies, "parts.cedar"), [0xFF, 0xFE], Token);
        Assert.EndsWith("/parts.cedar: must be encoded as UTF-8", Assert.Single((await PolicyFolder.ReadSetsAsync(Policies, Token)).Problems).ToString(), StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(Policies, "parts.cedar"), new string(' ', 2 * 1024 * 1024), Token);
        Assert.EndsWith("/parts.cedar: must not be larger than 1024 KiB", Assert.Single((await PolicyFolder.ReadSetsAsync(Policies, Token)).Problems).ToString(), StringComparison.Ordinal);

        Assert.EndsWith("there is no such folder", Assert.Single((await PolicyFolder.ReadSetsAsync(folder.File("none"), Token)).Problems).ToString(), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    private Task<PolicyOpening> ReadAsync(string? policies) => PolicyOpening.ReadAsync(policies, store, Token);

    private void Append(string file, string text) => File.AppendAllText(Path.Combine(Policies, file), text);
}
