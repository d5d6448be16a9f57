using InfoShare.Directory;
using InfoShare.Routing.Emergency;
using InfoShare.Routing.Failures;
using InfoShare.Routing.Histories;
using InfoShare.Routing.Identity;
using InfoShare.Routing.Inboxes;
using InfoShare.Routing.Incidents;
using InfoShare.Routing.Policies;
using InfoShare.Routing.Reveals;
using InfoShare.Storage;

namespace InfoShare.Routing;

/// <summary>
/// Where routing takes what people say: each in one transaction of the store, after which it holds in every router on the store. So a
/// process that routes nothing can have them too, where the store lets several write.
/// </summary>
public sealed class RoutingDesks
{
    internal RoutingDesks(RoutingContext routing)
    {
        Emergencies = new(routing);
        Identities = new(routing);
        Chronologies = new(routing);
        Incidents = new(routing);
        Reveals = new(routing);
        Inboxes = new(routing);
        Failures = new(routing);
        Retries = new(routing);
        Held = new(routing);
    }

    /// <summary>For a process that routes nothing.</summary>
    /// <param name="settings">As those of the routers, with a writer's name of its own.</param>
    public static RoutingDesks Of(RoutingStore store, SharingDirectory directory, PoliciesInForce policies, RoutingSettings settings, TimeProvider clock) =>
        new(new RoutingContext(store, directory, policies, settings, clock));

    /// <summary>Takes what operators say about emergency access.</summary>
    public EmergencyDesk Emergencies { get; }

    /// <summary>Takes what identity reviewers say.</summary>
    public IdentityDesk Identities { get; }

    /// <summary>Tells what happened to a child, as far as one reader may know it.</summary>
    public ChronologyDesk Chronologies { get; }

    /// <summary>Takes what those who answer for incidents say.</summary>
    public IncidentDesk Incidents { get; }

    /// <summary>Opens a message's content for a time.</summary>
    public RevealDesk Reveals { get; }

    /// <summary>Shows what was released to one post.</summary>
    public InboxDesk Inboxes { get; }

    /// <summary>Takes what operators say about what failed or was turned away.</summary>
    public FailureDesk Failures { get; }

    /// <summary>Sends again what failed, in stages.</summary>
    public RetryDesk Retries { get; }

    /// <summary>Takes what somebody who has looked says about what is held.</summary>
    public HeldDesk Held { get; }
}
