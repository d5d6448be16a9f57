using InfoShare.Contracts.Notices;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Disclosures;
using InfoShare.Vault;

namespace InfoShare.Routing.Disclosures;

/// <summary>Keeps that somebody has decided not to tell: not sharing needs a reason as much as sharing does.</summary>
internal sealed class RefusedDisclosures(RoutingContext routing)
{
    public void Take(Arrival arrival, DisclosureRefused refused)
    {
        arrival.Scope.Save(new RefusedDisclosureRow
        {
            Sender = arrival.Sender,
            DisclosureId = arrival.Subject.About,
            Record = arrival.Record,
            ChildToken = arrival.ChildToken,
            Source = arrival.Source,
            Organisation = refused.Organisation,
            At = arrival.At.ToMicroseconds(),
        });
        arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "disclosure-refused", arrival.Envelope.Id, $"{arrival.Source} to {refused.Organisation}");
    }
}
