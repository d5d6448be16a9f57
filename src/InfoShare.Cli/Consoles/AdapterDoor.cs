using InfoShare.Adapters;
using InfoShare.Adapters.PickUp;
using InfoShare.Adapters.Translation;
using InfoShare.Console.Inboxes;
using InfoShare.Contracts.Wire;

namespace InfoShare.Cli.Consoles;

/// <summary>The doors of the adapters that run in this process, as their HTTP pick-up opens them.</summary>
internal sealed class AdapterDoor(IReadOnlyList<AgencyAdapter> adapters) : IAgencyDoor
{
    private readonly ClosedDoor closed = new();

    public string? WhyNot(string participant) => Of(participant) is null ? closed.WhyNot(participant) : null;

    public async Task<HandedIn> HandInAsync(string participant, ReadOnlyMemory<byte> messages) => Of(participant) is not { } adapter
        ? await closed.HandInAsync(participant, messages)
        : await adapter.AcceptAsync(new CanonicalTranslator(), messages) switch
        {
            Acceptance.Accepted { Messages: [_, ..] saved } => new HandedIn.Saved(saved),
            Acceptance.Accepted or Acceptance.Conflict => new HandedIn.Before(),
            Acceptance.Rejected rejected => new HandedIn.Refused([.. rejected.Problems.Select(problem => new FieldProblem(problem.Field, problem.What))]),
            _ => new HandedIn.NotNow(),
        };

    private AgencyAdapter? Of(string participant) => adapters.FirstOrDefault(adapter => adapter.Participant == participant);
}
