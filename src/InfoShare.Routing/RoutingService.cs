using InfoShare.Broker;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Directory;
using InfoShare.Policy;
using InfoShare.Policy.Sets;
using InfoShare.Routing.Dispatch;
using InfoShare.Routing.Intake;
using InfoShare.Routing.Policies;
using InfoShare.Routing.Upkeep;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using Microsoft.Extensions.Logging;

namespace InfoShare.Routing;

/// <summary>The service in the middle: takes messages, decides, records, dispatches. Every effect is in the store before it is acted on.</summary>
public sealed class RoutingService
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan NoteWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan HousekeepingEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ProbesEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RetriesEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LooksForPoliciesEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterAnError = TimeSpan.FromSeconds(1);

    private readonly RoutingContext routing;
    private readonly IRoutingLink link;
    private readonly TakingTogether intake;
    private readonly Receipts receipts;
    private readonly AtOnce atOnce;
    private readonly Dispatcher dispatcher;
    private readonly Housekeeping housekeeping;
    private readonly Probes probes;
    private readonly PolicyUpkeep policies;
    private readonly Wakes wakes;
    private readonly ILogger log;

    public RoutingService(
        RoutingStore store, SharingDirectory directory, SharingPolicies policies, RoutingSettings settings, IRoutingLink link, TimeProvider clock, ILogger log)
    {
        routing = new(store, directory, new(policies), settings, clock);
        (this.link, this.log) = (link, log);
        receipts = new(routing, link, log);
        wakes = new(directory.Participants.Select(participant => participant.Id));
        atOnce = new(routing, link, wakes);
        intake = new(routing, atOnce);
        dispatcher = new(routing, link);
        housekeeping = new(routing);
        probes = new(routing, link);
        this.policies = new(routing, log);
        Desks = new(routing);
    }

    /// <summary>Takes what people say.</summary>
    public RoutingDesks Desks { get; }

    /// <summary>By what it decides: the sets that it was given, and those that two people have brought into force since.</summary>
    public PoliciesInForce Policies => routing.Policies;

    /// <summary>
    /// Notes the start, keeps the policy sets before anything is decided by them, and makes due at once what a forgetful transport
    /// may have lost. Call once, before <see cref="RunAsync"/>.
    /// </summary>
    /// <param name="refused">What is wrong with the policies that were to be used; with none, these are they.</param>
    public async Task StartAsync(params IReadOnlyList<PolicyProblem> refused) => routing.Policies.Take(await routing.Store.WriteAsync(scope =>
    {
        var found = policies.Keep(scope);
        var (writer, policy) = (routing.Settings.Writer, found.Policies.At(routing.Now));
        if (refused.Count > 0)
            scope.Audit(writer, routing.Now, "policy-refused", writer, $"{refused.Count} problems, the first in {refused[0].Place}; the sets that were used last decide");
        scope.Audit(writer, routing.Now, "started", writer, $"policy {policy.Name} {policy.Version} {BuiltInLayer.Version} directory {routing.Directory.Version} heads {string.Join(' ', scope.Heads())}");
        if (routing.Store.Restored)
            scope.Audit(writer, routing.Now, "store-restored", writer, $"incarnation {routing.Store.Incarnation}");
        if (routing.Settings.TransportForgets)
            scope.AllDueAtOnce(routing.Now.ToMicroseconds());
        return found;
    }));

    /// <summary>Works until cancelled. A fault in one loop is logged and tried again; it does not stop the others.</summary>
    public Task RunAsync(CancellationToken stop)
    {
        log.LogInformation("{Count} postcodes are known", routing.Settings.Postcodes.Count);
        return Task.WhenAll(
        [
            Forever("routing", () => link.ConsumeAsync(urgent: false, HandleAsync, stop), stop),
            Forever("routing.urgent", () => link.ConsumeAsync(urgent: true, HandleAsync, stop), stop),
            Forever("dead letters", () => link.ConsumeDeadLettersAsync((p, m, _) => dispatcher.ReturnedAsync(p, m), stop), stop),
            Forever("given up", () => link.ConsumeGivenUpAsync((m, _) => NoteGivenUpAsync(m), stop), stop),
            Forever("policies", () => EveryAsync(LooksForPoliciesEvery, policies.RunAsync, stop), stop),
            Forever("housekeeping", () => EveryAsync(HousekeepingEvery, housekeeping.RunAsync, stop), stop),
            Forever("probes", () => EveryAsync(ProbesEvery, () => probes.RunAsync(stop), stop), stop),
            Forever("retries", () => EveryAsync(RetriesEvery, Desks.Retries.RunAsync, stop), stop),
            Forever("departures", () => DepartAsync(stop), stop),
            Forever("noting", () => NoteAsync(stop), stop),
            .. wakes.Participants.Select(participant => Forever($"dispatch {participant}", () => DispatchLoopAsync(participant, stop), stop)),
        ]);
    }

    /// <summary>Takes one message and answers its sender. Acknowledged to the broker only after both the record and the answer.</summary>
    public async Task<Settlement> HandleAsync(string sender, BrokerMessage message, CancellationToken cancellationToken)
    {
        if (await intake.TakeAsync(sender, message.Body) is { } reply)
            await receipts.AnswerAsync(sender, reply, cancellationToken);
        else
            wakes.Wake(sender); // What waited for room, or for what was received now, may leave.
        return Settlement.Acknowledge;
    }

    private Task NoteGivenUpAsync(GivenUpMessage message)
    {
        log.LogError("{MessageId} from {Participant} could not be dealt with; {What}", message.Id, message.Participant, message.Again ? "it stays for an operator" : "it is tried again");
        return routing.Store.WriteAsync(scope => scope.Audit(
            routing.Settings.Writer, routing.Now, message.Again ? "message-kept" : "message-given-back", message.Id, message.Participant));
    }

    /// <summary>Sends what is due to every participant; for tests and drains.</summary>
    public async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        var sent = await Task.WhenAll(wakes.Participants.Select(participant => dispatcher.SendAsync(participant, cancellationToken)));
        await dispatcher.NoteAsync();
        return sent.Sum(one => one.Count);
    }

    /// <summary>Probes that are due; for tests.</summary>
    public Task ProbeAsync(CancellationToken cancellationToken) => probes.RunAsync(cancellationToken);
    /// <summary>Takes what two people have brought into force since the last look; for tests.</summary>
    public Task LookForPoliciesAsync() => policies.RunAsync();

    /// <summary>One round of housekeeping; for tests.</summary>
    public Task KeepHouseAsync() => housekeeping.RunAsync();

    private async Task DispatchLoopAsync(string participant, CancellationToken stop)
    {
        string? announced = null;
        while (!stop.IsCancellationRequested)
        {
            if (announced != routing.Store.Incarnation)
                announced = await AnnounceAsync(participant, stop);
            // Under load somebody signals all the time: what comes within a moment is looked for and sent together.
            var sent = await dispatcher.SendAsync(participant, stop);
            atOnce.Looked(participant, sent.NothingMore);
            if (sent.Count > 0 || await wakes.WaitAsync(participant, Poll, stop))
                await Task.Delay(Gather, stop);
        }
    }

    /// <summary>None waits for those before it: a queue that does not confirm holds up nobody else's. What fails goes again when its lease ends.</summary>
    private async Task DepartAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            _ = dispatcher.PublishAsync(await atOnce.NextAsync(stop), stop).ContinueWith(
                failed => log.LogError("{Loop} failed with {Error}; it is tried again", "departures", failed.Exception!.InnerException!.GetType().Name),
                CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }

    /// <summary>Well before a lease ends. At the end once more: what is not noted goes again when its lease ends.</summary>
    private async Task NoteAsync(CancellationToken stop)
    {
        var noteEvery = routing.Settings.Lease / 6 is var some && some < NoteWithin ? some : NoteWithin;
        while (!stop.IsCancellationRequested)
        {
            await dispatcher.NoteAsync();
            await Task.Delay(noteEvery, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await dispatcher.NoteAsync();
    }

    /// <summary>
    /// Tells an adapter, once it reads, which store this is. One that has nothing to send would otherwise never learn that
    /// the store was restored, and never offer what the store has lost.
    /// </summary>
    /// <returns>The incarnation that was told; null when nobody reads.</returns>
    private async Task<string?> AnnounceAsync(string participant, CancellationToken stop)
    {
        if (!link.HasConsumer(participant))
            return null;
        var incarnation = routing.Store.Incarnation;
        await receipts.AnswerAsync(participant, Reply.Accepted("store"), stop);
        return incarnation;
    }

    private async Task EveryAsync(TimeSpan interval, Func<Task> step, CancellationToken stop)
    {
        while (true)
        {
            await step();
            await Task.Delay(interval, routing.Clock, stop);
        }
    }

    private async Task Forever(string name, Func<Task> work, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
#pragma warning disable CA1031 // The loop's whole purpose is to outlive any fault of one round.
            try
            {
                await work();
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The type only: an exception's text could hold content.
                log.LogError("{Loop} failed with {Error}; it is tried again", name, e.GetType().Name);
                await Task.Delay(AfterAnError, routing.Clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
#pragma warning restore CA1031
        }
    }
}
