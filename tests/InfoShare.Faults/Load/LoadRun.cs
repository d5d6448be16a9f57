using InfoShare.Checker.History;
using InfoShare.Checker.Rules;
using InfoShare.Faults.Agencies;

namespace InfoShare.Faults.Load;

/// <summary>The agencies at work in one round: several at a time, each child's messages in order, and a probe into each area every second.</summary>
internal sealed class LoadRun(Stories stories, HttpWay http, FileWay files, AgencySystems systems)
{
    private const int Workers = 6;

    // Few enough that most stories come to their end in a round.
    private const int OpenStories = 10;
    private static readonly TimeSpan BetweenMessages = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenProbes = TimeSpan.FromSeconds(1);

    private readonly Lock turn = new();
    private readonly Queue<Story> untold = [];
    private readonly List<Queue<(Story Story, Message Message)>> open = [];

    /// <summary>Works until told to stop; then what is being handed in is ended, unless <paramref name="giveUp"/> comes.</summary>
    public Task RunAsync(CancellationToken stop, CancellationToken giveUp) => Task.WhenAll([
        .. Enumerable.Range(0, Workers).Select(_ => WorkAsync(stop, giveUp)),
        .. SampleArea.All.Select(area => ProbeAsync(area, stop, giveUp)),
        WatchFilesAsync(stop)]);

    private async Task WorkAsync(CancellationToken stop, CancellationToken giveUp)
    {
        while (!stop.IsCancellationRequested)
        {
            var next = Take();
            var (story, message) = next.Peek();
            // What is not known to be saved ends the story: what follows would stand on it.
            if (await HandInAsync(story, message, giveUp))
                Done(next);
            await PauseAsync(BetweenMessages, stop);
        }
    }

    /// <summary>From schools and police in turn, so that one adapter that is away does not end it.</summary>
    private async Task ProbeAsync(SampleArea area, CancellationToken stop, CancellationToken giveUp)
    {
        var probes = new List<Task>();
        for (var police = false; !stop.IsCancellationRequested; police = !police)
        {
            var probe = stories.Probe(area, police);
            probes.Add(http.HandInAsync(probe.Messages[0], Canonical.Write(probe.Messages[0]), giveUp));
            await PauseAsync(BetweenProbes, stop);
        }

        await Task.WhenAll(probes);
    }

    private async Task WatchFilesAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            files.Look();
            await PauseAsync(TimeSpan.FromMilliseconds(200), stop);
        }
    }

    private async Task<bool> HandInAsync(Story story, Message message, CancellationToken giveUp)
    {
        var body = Canonical.Write(message);
        if (!story.ByFile)
            return await http.HandInAsync(message, body, giveUp);
        files.HandIn(message, body);
        return true;
    }

    /// <summary>The story that waits longest and can go on; nobody else has it meanwhile.</summary>
    private Queue<(Story Story, Message Message)> Take()
    {
        lock (turn)
        {
            // Those that wait for an effect do not count: in an outage all would wait, and nobody would work.
            while (open.Count(CanGoOn) < OpenStories)
                open.Add(NextStory());
            var next = open.First(CanGoOn);
            open.Remove(next);
            return next;
        }
    }

    private bool CanGoOn(Queue<(Story Story, Message Message)> story) => story.Peek().Message.AfterEffectOf is not { } marker || systems.HasSeen(marker);

    private Queue<(Story Story, Message Message)> NextStory()
    {
        if (untold.Count == 0)
            stories.Next().ToList().ForEach(untold.Enqueue);
        var story = untold.Dequeue();
        return new(story.Messages.Select(m => (story, m)));
    }

    private void Done(Queue<(Story Story, Message Message)> story)
    {
        lock (turn)
        {
            story.Dequeue();
            if (story.Count > 0)
                open.Add(story);
        }
    }

    private static Task PauseAsync(TimeSpan time, CancellationToken stop) =>
        Task.Delay(time, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
