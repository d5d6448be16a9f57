using InfoShare.Console.Words;
using InfoShare.Policy;
using InfoShare.Routing.Emergency;

namespace InfoShare.Console.Registers;

/// <summary>Emergency access in words. Pure.</summary>
internal static class EmergencyWords
{
    public static string Reason(ListedEmergency one) => EmergencyReasons.Known.GetValueOrDefault(one.Reason, one.Reason).Sentence();

    public static string Until(ListedEmergency one) => one.State switch
    {
        "standing" => $"{one.Until.Uk()}, if nobody stops it",
        "stopped" => $"{one.Until.Uk()}: {one.StoppedBy} stopped it",
        _ => $"{one.Until.Uk()}: it has ended",
    };

    public static string Review(ListedEmergency one) => one switch
    {
        { ReviewedAt: { } at } => $"{(one.Outcome == "justified" ? "It was right" : "It was not right")}, says {one.ReviewedBy}, {at.Uk()}",
        { ReviewBy: { } by } => $"{(one.Overdue ? "was to be reviewed" : "to be reviewed")} by {by.AddSeconds(-1).Uk()}",
        _ => "the bank holidays of its year are not known, so it counts as overdue",
    };
}
