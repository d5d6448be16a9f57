using InfoShare.Storage.Deliveries;

namespace InfoShare.Storage.Failures;

/// <summary>Deliveries that went wrong in the same way, by coded facts only.</summary>
/// <param name="State">failed or expired.</param>
/// <param name="Cause">One of <see cref="FailureCauses"/>.</param>
/// <param name="Type">Of the message.</param>
/// <param name="Participant">Whose adapter should have got them; empty: nobody's.</param>
public sealed record FailureGroup(string State, string Cause, string Type, string Participant)
{
    private const char Between = '~';

    /// <summary>By which pages, notes and retries know it.</summary>
    public string Key => string.Join(Between, State, Cause, Type, Participant);

    /// <summary>The group of a key; null: it is none.</summary>
    public static FailureGroup? Of(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Split(Between) is [DeliveryStates.Failed or DeliveryStates.Expired, { Length: > 0 } cause, { Length: > 0 } type, var participant]
            ? new(key.Split(Between)[0], cause, type, participant)
            : null;
    }

    /// <summary>The group in which a delivery is; null: it has not failed.</summary>
    public static FailureGroup? Of(DeliveryRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.State is DeliveryStates.Failed or DeliveryStates.Expired ? new(row.State, row.Cause ?? FailureCauses.Unknown, row.MessageType, row.Participant ?? "") : null;
    }
}
