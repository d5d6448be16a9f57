namespace InfoShare.Routing.Emergency;

/// <summary>Asks for emergency access of a delivery's recipient to what is told about its child.</summary>
/// <param name="Request">Chosen by whoever asks; asked again under the same, it has one effect.</param>
/// <param name="DeliveryId">Names recipient and child.</param>
/// <param name="Reason">A code of <see cref="Policy.EmergencyReasons"/>.</param>
/// <param name="Text">Why, in their own words. Kept sealed.</param>
/// <param name="By">A post or an operator. Kept sealed; the audit has a hash.</param>
/// <param name="Hours">How long it stands.</param>
public sealed record EmergencyStart(string Request, string DeliveryId, string Reason, string Text, string By, int Hours);

/// <summary>Ends emergency access before its time.</summary>
public sealed record EmergencyStop(string Id, string By);

/// <summary>Somebody else says whether it was right.</summary>
public sealed record EmergencyReview(string Id, string By, ReviewOutcome Outcome);

/// <summary>What a review finds.</summary>
public enum ReviewOutcome
{
    /// <summary>It was an emergency, and what was shared was needed.</summary>
    Justified = 1,

    /// <summary>It was not.</summary>
    NotJustified,
}

/// <summary>What became of a command about emergency access.</summary>
/// <param name="Problem">Why nothing was done; null: it was.</param>
/// <param name="Id">Of the emergency access.</param>
/// <param name="Recipient"><c>organisation#role</c>.</param>
/// <param name="Until">When it ends, or has ended.</param>
/// <param name="ReviewBy">Before this instant it must be reviewed; null: the calendar to tell it by is not known.</param>
/// <param name="Leaving">After a start: deliveries that go now and would not have gone, or not with as much.</param>
/// <param name="Unchanged">After a start: deliveries for which it changes nothing, because they had all, or must not have more.</param>
/// <param name="Stopped">After a stop: deliveries that go no more, or with less.</param>
public sealed record EmergencyAnswer(
    string? Problem, string? Id = null, string? Recipient = null, DateTimeOffset? Until = null, DateTimeOffset? ReviewBy = null,
    int Leaving = 0, int Unchanged = 0, int Stopped = 0);
