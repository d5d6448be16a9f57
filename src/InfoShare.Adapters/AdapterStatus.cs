using InfoShare.Adapters.PickUp;

namespace InfoShare.Adapters;

/// <summary>An adapter at one moment: counts and ages, nothing of any child.</summary>
public sealed record AdapterStatus
{
    /// <summary>The participant.</summary>
    public required string Participant { get; init; }

    /// <summary>False while the broker does not take messages: the adapter goes on accepting into its spool.</summary>
    public required bool ReachesBroker { get; init; }

    /// <summary>Why the broker does not take messages, as a code such as <c>blocked</c> or <c>unreachable</c>; empty while it does, or while the reason is not known.</summary>
    public required string BrokerTrouble { get; init; }

    /// <summary>In plain words: <c>sending</c> or <c>accepting into the spool</c>.</summary>
    public string Broker => (ReachesBroker, BrokerTrouble) switch
    {
        (true, _) => "sending",
        (false, "") => "accepting into the spool",
        _ => $"accepting into the spool ({BrokerTrouble})",
    };

    /// <summary>Files in <c>in/</c>.</summary>
    public required int FilesPending { get; init; }

    /// <summary>The file that is being read, and how far it has come; null while none is.</summary>
    public required FileInProgress? Reading { get; init; }

    /// <summary>Messages without a receipt.</summary>
    public required int Waiting { get; init; }

    /// <summary>Age in seconds of the oldest message without a receipt; null when there is none.</summary>
    public required double? OldestWaitingSeconds { get; init; }

    /// <summary>Messages that routing accepted, of those still kept.</summary>
    public required int Accepted { get; init; }

    /// <summary>Messages that routing knew already, of those still kept.</summary>
    public required int Duplicates { get; init; }

    /// <summary>Messages that routing refused, of those still kept.</summary>
    public required int Refused { get; init; }

    /// <summary>Messages that routing keeps for a person to look at, of those still kept.</summary>
    public required int Quarantined { get; init; }

    /// <summary>Records that were equal to what was last sent, or sent again under the same id. Since the adapter began.</summary>
    public required long Unchanged { get; init; }

    /// <summary>Records whose id was used before for other content. Since the adapter began.</summary>
    public required long ReusedIds { get; init; }

    /// <summary>Arrivals by state: received, staged, handed-over, recalled, superseded.</summary>
    public required IReadOnlyDictionary<string, int> Inbox { get; init; }
}
