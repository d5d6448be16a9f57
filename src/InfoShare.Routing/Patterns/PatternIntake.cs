using InfoShare.Routing.Intake;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Histories;

namespace InfoShare.Routing.Patterns;

/// <summary>Looks whether a concern of low level is one of several, and tells the operators so. Others are not asked: what they are is in themselves.</summary>
internal static class PatternIntake
{
    public static bool IsCumulative(RoutingContext routing, Arrival arrival)
    {
        if (!CumulativeConcerns.IsLow(arrival.Subject.Concern))
            return false;
        var others = arrival.Scope.PastConcernsOf([arrival.ChildToken], CumulativeConcerns.MostRead).Rows.Where(row => (row.Sender, row.About) != (arrival.Sender, arrival.Subject.About));
        var are = CumulativeConcerns.Are(routing.Directory.ParticipantNamed(arrival.Sender)!.Kind, arrival.Subject.HappenedAt(arrival.Envelope.Time), others);
        if (are)
            arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "alert", arrival.Envelope.Id, "cumulative-concerns");
        return are;
    }
}
