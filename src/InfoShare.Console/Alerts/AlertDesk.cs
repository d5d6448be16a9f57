using InfoShare.Console.Alerts.Channels;
using InfoShare.Console.Security;
using InfoShare.Storage;
using InfoShare.Storage.Alerts;

namespace InfoShare.Console.Alerts;

/// <summary>Tells, and notes that it was told; takes that somebody deals with an alert.</summary>
public sealed class AlertDesk(ConsoleContext console, AlertSettings settings, IEnumerable<IAlertChannel> channels)
{
    /// <summary>The key under which it is on record that a channel said, today, that it works.</summary>
    private const string Daily = "daily";

    private readonly IReadOnlyList<IAlertChannel> channels = [.. channels];

    public AlertSettings Settings => settings;

    /// <summary>The names of the ways of telling that are set.</summary>
    public IReadOnlyList<string> Channels => [.. channels.Select(channel => channel.Name)];

    /// <summary>Tells what each channel has not told yet, and by a channel that failed before only when it is time to try again.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        foreach (var channel in channels)
        {
            var (alerts, told, row) = console.Store.Read(scope => (scope.Alerts(), scope.AlertsTold(), scope.AlertChannels().FirstOrDefault(row => row.Channel == channel.Name)));
            if (row?.NextAt > console.Now.ToMicroseconds())
                continue;
            if (Telling.Due(alerts, told, channel.Name, settings.Quiet, console.Now) is { Count: > 0 } due)
                await SendAsync(channel, AlertMessage.Of(due, settings.Console, console.Now), [.. due.Select(one => Telling.Record(one, channel.Name, console.Now))], cancellationToken);
            else if (DailyDue(told.FirstOrDefault(one => one.Key == Daily && one.Channel == channel.Name)))
                await SendAsync(channel, AlertMessage.Works(settings.Console, console.Now), [new() { Key = Daily, Channel = channel.Name, At = console.Now.ToMicroseconds() }], cancellationToken);
        }
    }

    /// <summary>Sends a test by every channel, at once.</summary>
    /// <returns>By channel, why it did not leave; null: it did.</returns>
    public async Task<IReadOnlyList<(string Channel, string? Problem)>> TestAsync(Viewer by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        await console.Store.WriteAsync(scope => console.Audit(scope, "alert-test", "/alerts", $"by:{by.Token}"));
        var outcomes = new List<(string, string?)>();
        foreach (var channel in channels)
            outcomes.Add((channel.Name, await SendAsync(channel, AlertMessage.Test(settings.Console, console.Now), [], cancellationToken)));
        return outcomes;
    }

    /// <summary>Somebody deals with it.</summary>
    /// <returns>What stands in the way; null: it is on record.</returns>
    public Task<string?> AcknowledgeAsync(string key, Viewer by) => console.Store.WriteAsync(scope =>
    {
        if (scope.FindAlert(key) is not { } alert || alert.EndedAt(console.Now) is not null)
            return "It does not stand any more";
        if (alert.AcknowledgedBy is not null)
            return "Somebody deals with it already";
        scope.Save(alert with { AcknowledgedBy = by.Token, AcknowledgedAt = console.Now.ToMicroseconds() });
        console.Audit(scope, "alert-acknowledged", key, $"by:{by.Token}");
        return null;
    });

    /// <summary>Sends, and notes what came of it: a channel that failed is on record as failing, and what it should tell stays to be told.</summary>
    private async Task<string?> SendAsync(IAlertChannel channel, AlertMessage message, IReadOnlyList<AlertTold> told, CancellationToken cancellationToken)
    {
        var problem = await channel.SendAsync(message, cancellationToken);
        await console.Store.WriteAsync(scope =>
        {
            scope.Save(ChannelState.After(scope.AlertChannels().FirstOrDefault(row => row.Channel == channel.Name), channel.Name, problem, console.Now));
            console.Audit(scope, problem is null ? "alert-sent" : "alert-not-sent", message.Id, $"{channel.Name} {told.Count}");
            foreach (var one in problem is null ? told : [])
                scope.Save(one);
        });
        return problem;
    }

    private bool DailyDue(AlertTold? last)
    {
        if (settings.DailyAt is not { } time || Clocks.London.At(console.Today.ToDateTime(time)) is not { } due)
            return false;
        return due <= console.Now && !(last?.At >= due.ToMicroseconds());
    }
}
