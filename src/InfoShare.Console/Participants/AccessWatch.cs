using InfoShare.Console.Words;
using InfoShare.Storage;
using InfoShare.Storage.Approvals;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InfoShare.Console.Participants;

/// <summary>Does what two people have agreed on. Where it cannot be done at once, it is tried again for an hour; what came of it is on record.</summary>
public sealed partial class AccessWatch(ConsoleContext console, ILogger<AccessWatch> log) : BackgroundService
{
    /// <summary>A key in the wrong hands is to be useless within seconds.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(1);

    /// <summary>What is being done: a revocation does not wait until the broker is provisioned.</summary>
    private readonly List<Task> underWay = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
#pragma warning disable CA1031 // A look that fails is tried again.
            try
            {
                if (console.Access.WhyNot is null)
                    await Task.Run(() => LookAsync(stoppingToken), stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(e.GetType().Name);
            }
#pragma warning restore CA1031
            await Task.Delay(Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(underWay);
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        underWay.RemoveAll(one => one.IsCompleted);
        var now = console.Now;
        foreach (var work in console.Store.Read(scope => scope.OpenWork()).Where(work => work.NotBefore <= now.ToMicroseconds()))
        {
            var change = AccessChange.Read(work.Subject);
            var until = (now + LimitOf(change) + Margin).ToMicroseconds();
            if (await console.Store.WriteAsync(scope => scope.Begin(work.ApprovalId, now.ToMicroseconds(), until)))
                underWay.Add(DoAsync(work, change, cancellationToken));
        }
    }

    private async Task DoAsync(ApprovedWorkRow work, AccessChange? change, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // What could not be noted is done once more, when its time is over.
        try
        {
            await NoteAsync(work, change is null ? ChangeOutcome.Never("this release does not know what that is") : await OutcomeOfAsync(change, work.ApprovedAt.At(), cancellationToken));
        }
        catch (Exception e)
        {
            LogFailed(e.GetType().Name);
        }
#pragma warning restore CA1031
    }

    private async Task<ChangeOutcome> OutcomeOfAsync(AccessChange change, DateTimeOffset approvedAt, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LimitOf(change));
#pragma warning disable CA1031 // Whatever it was, somebody must see that it is not done.
        try
        {
            return await console.Access.DoAsync(change, approvedAt, limit.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return ChangeOutcome.NotNow(e is OperationCanceledException ? "the broker does not answer" : $"it failed with {e.GetType().Name}");
        }
#pragma warning restore CA1031
    }

    private async Task NoteAsync(ApprovedWorkRow work, ChangeOutcome outcome)
    {
        var now = console.Now;
        var ends = outcome.Final || now - work.ApprovedAt.At() > GiveUpAfter;
        await console.Store.WriteAsync(scope =>
        {
            if (!ends)
            {
                scope.TryLater(work.ApprovalId, outcome.Problem!, (now + TryAgain).ToMicroseconds());
                return true;
            }

            var how = outcome.Problem is null ? ApprovedWorkTable.Done : ApprovedWorkTable.NotDone;
            scope.End(work.ApprovalId, how, outcome.Problem, now.ToMicroseconds());
            console.Audit(scope, "access-changed", work.ApprovalId, $"{work.Subject} {how}");
            return true;
        });
        if (outcome.Problem is not null)
            LogNotDone(work.ApprovalId, outcome.Problem, ends ? "it is given up" : "it is tried again");
    }

    /// <summary>How long a change may take. Whoever has begun it and is still at it a little later is gone.</summary>
    private static TimeSpan LimitOf(AccessChange? change) => change?.Task == AccessTask.Provision ? TimeSpan.FromMinutes(9) : TimeSpan.FromSeconds(15);

    [LoggerMessage(Level = LogLevel.Warning, Message = "what was approved could not be looked for or noted ({Error}); it is tried again")]
    private partial void LogFailed(string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "what was approved as {Approval} was not done ({Problem}); {Next}")]
    private partial void LogNotDone(string approval, string problem, string next);
}
