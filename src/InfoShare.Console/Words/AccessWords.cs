using InfoShare.Console.Participants;
using InfoShare.Storage.Approvals;

namespace InfoShare.Console.Words;

/// <summary>Certificates, and what was agreed on about them, as a page says it.</summary>
public static class AccessWords
{
    /// <summary>Whether it is good, and until when.</summary>
    public static string Of(CertificateOf? certificate) => certificate switch
    {
        null => "none",
        { State: "valid" } => $"{((long)certificate.DaysLeft).Count("day")} left, until {certificate.Until.Uk()}",
        { State: "expired" } => $"ended {certificate.Until.Uk()}",
        _ => $"revoked {certificate.Until.Uk()}",
    };

    /// <summary>What came of what was approved.</summary>
    public static string Of(ApprovedWorkRow work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work switch
        {
            { Outcome: ApprovedWorkTable.Done, EndedAt: { } at } => $"done {at.At().Uk()}",
            { Outcome: not null, EndedAt: { } at } => $"not done, given up {at.At().Uk()}: {work.Problem}",
            { Problem: { } problem } => $"not done yet, after {work.Tried.Count("try", "tries")}: {problem}",
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
