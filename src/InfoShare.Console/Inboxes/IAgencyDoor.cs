using InfoShare.Contracts.Wire;

namespace InfoShare.Console.Inboxes;

/// <summary>The front door of a participant's own adapter: what is handed in there takes the way of all that the agency sends.</summary>
public interface IAgencyDoor
{
    /// <summary>Why nothing can be handed in for a participant here; null: it can.</summary>
    string? WhyNot(string participant);

    /// <summary>Hands in canonical messages as JSON, a list: all of them or none.</summary>
    Task<HandedIn> HandInAsync(string participant, ReadOnlyMemory<byte> messages);
}

/// <summary>What the adapter said.</summary>
public abstract record HandedIn
{
    private HandedIn() { }

    /// <summary>They are on disk, and go on from there.</summary>
    /// <param name="Messages">Their ids, in the order of what was handed in.</param>
    public sealed record Saved(IReadOnlyList<string> Messages) : HandedIn;

    /// <summary>They were handed in before.</summary>
    public sealed record Before : HandedIn;

    /// <summary>Nothing of it was taken.</summary>
    public sealed record Refused(IReadOnlyList<FieldProblem> Problems) : HandedIn;

    /// <summary>It cannot be saved now; nothing of it was taken.</summary>
    public sealed record NotNow : HandedIn;
}

/// <summary>Of a process that runs no adapter.</summary>
public sealed class ClosedDoor : IAgencyDoor
{
    public string WhyNot(string participant) => "Your organisation’s connection runs on another machine. You can read here; answer and send from there.";

    public Task<HandedIn> HandInAsync(string participant, ReadOnlyMemory<byte> messages) => Task.FromResult<HandedIn>(new HandedIn.NotNow());
}
