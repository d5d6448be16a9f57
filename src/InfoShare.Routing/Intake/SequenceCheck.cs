using InfoShare.Storage.Messages;

namespace InfoShare.Routing.Intake;

/// <summary>Whether an ordinary message is the next of its key. Pure.</summary>
internal static class SequenceCheck
{
    /// <summary>Ordinary messages before this one are missing: the sender must offer them first.</summary>
    public const string Gap = "sequence-gap";

    /// <summary>The place is taken by another message, as after a restored spool: the sender must begin a new epoch.</summary>
    public const string Used = "sequence-used";

    /// <summary>The code of the refusal, or null when the message is next.</summary>
    public static string? Problem(SequenceRow? state, int epoch, int sequence)
    {
        if (state is not null && epoch < state.Epoch)
            return Used;
        var last = state is not null && epoch == state.Epoch ? state.Sequence : 0;
        return sequence == last + 1 ? null : sequence <= last ? Used : Gap;
    }
}
