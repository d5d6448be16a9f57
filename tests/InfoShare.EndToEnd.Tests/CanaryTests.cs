using System.Net;
using InfoShare.EndToEnd.Tests.Checking;
using InfoShare.EndToEnd.Tests.Running;

namespace InfoShare.EndToEnd.Tests;

/// <summary>Personal values turn up only where they belong: the agencies' own files, and the recipients that may have them.</summary>
public sealed class CanaryTests(CanaryTests.AfterPlanting planted) : IClassFixture<CanaryTests.AfterPlanting>
{
    private static readonly string[] MayKnowAddress = ["children-services-front-door", "named-officer"];

    [Fact]
    public void The_canaries_were_read_delivered_and_refused()
    {
        var (data, out_) = (planted.Data, planted.Out);
        Assert.Empty(data.Files("in"));
        Assert.Contains(out_, file => file.Text.Contains(Canaries.Family, StringComparison.Ordinal));
        Assert.Contains(out_, file => MayKnowAddress.Contains(file.Effect.Role) && Canaries.TellsHiddenAddress(file.Text));
        Assert.True(data.Files("quarantine").Count(f => f.EndsWith(".reason.json", StringComparison.Ordinal)) >= 20);
        // What searches finds what there is.
        Assert.NotEmpty(Canaries.In(File.ReadAllBytes(data.Agency("education-cumberland", "done", $"{Canaries.FileName}-open.json"))));
    }

    [Fact]
    public void Logs_output_and_pages_hold_none()
    {
        Assert.Empty(Canaries.In(planted.Written, fileNames: true));
        Assert.All(planted.Pages, page => Assert.Empty(Canaries.In(page, fileNames: true)));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(planted.Data.Path, "logs")));
    }

    [Fact]
    public void Http_errors_hold_none()
    {
        Assert.True(planted.HttpAnswers.Count > 20);
        Assert.All(planted.HttpAnswers, answer => Assert.Empty(Canaries.In(answer, fileNames: true)));
    }

    [Fact]
    public void Reasons_and_summaries_hold_none()
    {
        var said = planted.Data.Files("quarantine").Where(f => f.EndsWith(".reason.json", StringComparison.Ordinal))
            .Concat(planted.Data.Files("done").Where(f => f.EndsWith(".summary.json", StringComparison.Ordinal))).ToList();

        Assert.NotEmpty(said);
        Assert.All(said, file => Assert.True(Canaries.In(File.ReadAllBytes(file)) is [], $"{Path.GetFileName(file)}: {File.ReadAllText(file)}"));
    }

    [Fact]
    public void No_byte_of_databases_keys_or_logs_holds_one_in_clear()
    {
        Assert.True(planted.OwnFiles.Count > 10);
        Assert.All(planted.OwnFiles, file => Assert.True(file.Canaries is [], $"{file.Name} holds {string.Join(", ", file.Canaries)}"));
    }

    [Fact]
    public void File_names_that_we_make_hold_none()
    {
        var ours = planted.Data.Files("out").Concat(planted.OwnFiles.Select(f => f.Name));

        Assert.All(ours, file => Assert.Empty(Canaries.In(file, fileNames: true)));
    }

    [Fact]
    public void A_restricted_address_reaches_nobody_without_the_grant()
    {
        Assert.All(
            planted.Out.Where(file => !MayKnowAddress.Contains(file.Effect.Role)),
            file => Assert.False(Canaries.TellsHiddenAddress(file.Text), $"{file.Effect.Recipient} {file.Effect.Role}: {file.Text}"));
    }

    /// <summary>A data folder through which everything has gone, and what was seen on the way.</summary>
    public sealed class AfterPlanting : IAsyncLifetime
    {
        internal DataFolder Data { get; } = new();

        internal string Written { get; private set; } = "";

        internal List<string> Pages { get; } = [];

        internal List<string> HttpAnswers { get; } = [];

        /// <summary>Files that are not the agencies' own, looked at while it ran and after it had stopped.</summary>
        internal List<(string Name, IReadOnlyList<string> Canaries)> OwnFiles { get; } = [];

        internal IReadOnlyList<(Effect Effect, string Text)> Out { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            await using var running = await InfoShareProcess.StartAsync(Data);
            await PlantAsync(running, Plants.First);
            await PlantAsync(running, Plants.Later);
            await PostAsync(running);
            await Settled.WaitAsync(running, TimeSpan.FromMinutes(2));
            foreach (var page in (string[])["", "status.json", "openapi/v1.json"])
                Pages.Add(await running.Http.GetStringAsync(page));
            Search();
            Assert.Equal(0, await running.StopAsync());
            Written = running.Written;
            Search();
            Out = [.. DataFolder.Participants.SelectMany(p => Data.Files("out", p).Select(f => (Effect.Read(p, f), File.ReadAllText(f))))];
        }

        public ValueTask DisposeAsync()
        {
            Data.Dispose();
            return ValueTask.CompletedTask;
        }

        private async Task PlantAsync(InfoShareProcess running, IEnumerable<Plant> plants)
        {
            foreach (var plant in plants)
                Data.Drop(plant.Participant, plant.FileName, plant.Content);
            await Settled.WaitAsync(running, TimeSpan.FromMinutes(2));
        }

        /// <summary>The same by HTTP, and canaries where a request can hold them.</summary>
        private async Task PostAsync(InfoShareProcess running)
        {
            foreach (var plant in Plants.First.Concat(Plants.Later))
            {
                var isHealth = plant.Participant.StartsWith("health", StringComparison.Ordinal);
                await NoteAsync(Posting.PostAsync(running.Http, $"agencies/{plant.Participant}/{(isHealth ? "fhir/$process-message" : "messages")}", plant.Content));
                await NoteAsync(Posting.PostAsync(running.Http, $"agencies/{plant.Participant}/messages?{Canaries.Family}", plant.Content, "text/plain"));
            }

            await NoteAsync(running.Http.GetAsync($"agencies/education-cumberland/messages/{Canaries.Family}"));
            await NoteAsync(running.Http.GetAsync($"agencies/{Canaries.Family}/messages/1"));
            await NoteAsync(Posting.PostAsync(running.Http, "agencies/education-cumberland/messages", Plants.First[0].Content, $"application/{Canaries.Family}"));
        }

        private async Task NoteAsync(Task<HttpResponseMessage> asked)
        {
            using var answer = await asked;
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
            HttpAnswers.Add($"{answer.Headers} {answer.Content.Headers} {await answer.Content.ReadAsStringAsync()}");
        }

        private void Search()
        {
            string[] agencies = ["in", "done", "out", "quarantine"];
            var theirs = DataFolder.Participants.SelectMany(p => agencies.Select(folder => Data.Agency(p, folder) + Path.DirectorySeparatorChar)).ToList();
            var all = Directory.EnumerateFiles(Data.Path, "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Data.Keys, "*", SearchOption.AllDirectories));
            foreach (var file in all.Where(f => !theirs.Any(t => f.StartsWith(t, StringComparison.Ordinal))))
                OwnFiles.Add((Path.GetRelativePath(Data.Beside(), file), Canaries.In(Content(file))));
        }

        /// <summary>The lock cannot be read while it is held.</summary>
        private static byte[] Content(string file)
        {
            if (Path.GetFileName(file) == "lock")
                return [];
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return content;
        }
    }
}
