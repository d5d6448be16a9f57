using System.Text.RegularExpressions;
using InfoShare.Clocks;
using InfoShare.Console.Inboxes;
using InfoShare.Console.Participants;
using InfoShare.Console.Policies;
using InfoShare.Directory;
using InfoShare.Policy;
using InfoShare.Routing;
using InfoShare.Routing.Policies;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Emergency;
using InfoShare.Vault;

namespace InfoShare.Console;

/// <summary>What every page needs: the records, who is who, by what is decided, and the desks that take what people say.</summary>
/// <param name="InForce">The sets in force, as they change.</param>
/// <param name="Desks">Take what people say.</param>
/// <param name="Broker">What the broker and the adapters say of themselves.</param>
public sealed partial record ConsoleContext(RoutingStore Store, SharingDirectory Directory, PoliciesInForce InForce, RoutingDesks Desks, IBrokerTruth Broker, TimeProvider Clock)
{
    /// <summary>The console's chain in the audit.</summary>
    public string Writer { get; init; } = "console";

    /// <summary>Where posts without a system of their own hand in what they send.</summary>
    public IAgencyDoor Door { get; init; } = new ClosedDoor();

    /// <summary>Certificates, and what the broker holds for each participant.</summary>
    public IBrokerAccess Access { get; init; } = new NoBrokerAccess();

    /// <summary>This process routes as well, and so takes what comes into force by itself.</summary>
    public bool Routes { get; init; }

    /// <summary>Reads the cases that a policy must decide as they say.</summary>
    public Func<CancellationToken, Task<ScenarioTables>> Scenarios { get; init; } = _ => Task.FromResult(ScenarioTables.OfThisRelease);

    /// <summary>The sets in force now. Ask once where two answers must agree.</summary>
    public SharingPolicies Policies => InForce.Now;

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>The day in England.</summary>
    public DateOnly Today => London.DayOf(Now);

    /// <summary>What stands for a name in the audit, however it is spelled.</summary>
    public string TokenOf(string name) => Store.Operators.Of("name", EmergencyRules.NameOf(name));

    /// <summary>Keeps a name, sealed, under its token.</summary>
    public void KeepName(WriteScope scope, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        scope.KeepName(TokenOf(name), name.Trim());
    }

    /// <summary>Keeps words of somebody's own, sealed; the token that stands for them.</summary>
    public string Keep(WriteScope scope, string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var token = Store.Operators.Of("why", words.Trim());
        scope.KeepName(token, words.Trim());
        return token;
    }

    /// <summary>Ids and codes only: what somebody typed into an address that cannot be one, a name or a number of a child's perhaps, is left out.</summary>
    public void Audit(WriteScope scope, string kind, string about, string detail) => scope.Audit(Writer, Now, kind, IsId(about) ? about : "no-id", detail);

    private bool IsId(string about) => Id().IsMatch(about) || Directory.ParticipantNamed(about) is not null || Access.Certificates().Of(about) is not null;

    /// <summary>Without spaces, not of digits alone, and not a word.</summary>
    [GeneratedRegex(@"^(?![0-9]+\z)(?=.*[0-9~:/])[A-Za-z0-9._:~#/@+={}?*-]{1,200}\z")]
    private static partial Regex Id();
}
