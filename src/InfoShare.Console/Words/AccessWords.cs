using InfoShare.Console.Participants;
using InfoShare.Storage.Approvals;

namespace InfoShare.Console.Words;

/// <summary>Certificates, and what was agreed on about them, as a page says it.</summary>
public static class AccessWords
{
    /// <summary>Whether it is good, and until when.</summary>
    public static string Of(CertificateOf? certificate, CertificateList list) => certificate switch
    {
        null when list?.Problem is not null => "not known",
        null => "none",
        { State: "valid" } => $"{((long)certificate.DaysLeft).Count("day")} left, until {certificate.Until.Uk()}",
        { State: "expired" } => $"ended {certificate.Until.Uk()}",
        _ => $"revoked {certificate.Until.Uk()}",
    };

    /// <summary>What came of what was asked for.</summary>
    public static string Of(AskedChange asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return asked.Work switch
        {
            null => asked.Approval.Outcome is null ? $"waits for another person until {asked.Approval.Until.At().Uk()}" : "",
            { Outcome: ApprovedWorkTable.Done, EndedAt: { } at } => $"done {at.At().Uk()}",
            { Outcome: not null, EndedAt: { } at } => $"not done, given up {at.At().Uk()}: {asked.Work.Problem}",
            { Problem: { } problem } => $"not done yet, after {asked.Work.Tried.Count("try", "tries")}: {problem}",
            { Tried: > 0 } => "begun, and not known to be done",
            _ => "to be done now",
        };
    }

    /// <summary>As a choice of a form.</summary>
    public static string Of(AccessTask task) => task switch
    {
        AccessTask.Issue => "Issue a certificate with a new key",
        AccessTask.Renew => "Renew it for the same key: the one before stays good until its end",
        AccessTask.Revoke => "Revoke it and all before it: the broker ends its connections within seconds, and what is for it waits",
        _ => "Make the broker hold what the directory says",
    };
}
