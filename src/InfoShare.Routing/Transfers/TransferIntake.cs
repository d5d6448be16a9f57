using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Transfers;
using InfoShare.Vault;

namespace InfoShare.Routing.Transfers;

/// <summary>Keeps how far each request to take a child over has come. Only who was asked can take it on.</summary>
internal sealed class TransferIntake(RoutingContext routing)
{
    /// <summary>Why a request or an answer to one cannot be taken, or null.</summary>
    /// <param name="answered">The delivery that is answered; null for a request.</param>
    public static Reply? Problem(ReadScope scope, Envelope<object> envelope, DeliveryRow? answered)
    {
        if (envelope.Data is TransferRequested asked && AskedPost.Missing(asked) is var (field, problem))
            return Reply.Refused(envelope.Id, "invalid-field", field, problem);
        if (TransferSteps.Of(envelope.Data) is not { } step)
            return null;
        if (answered is not { About: { } transferId } || answered.MessageType != MessageTypes.TransferRequested.Name || scope.FindTransfer(answered.Sender, transferId) is not { } transfer)
            return Reply.Refused(envelope.Id, "not-your-delivery", "data.deliveryId", "must be a delivery of transfer.requested");
        if (transfer.ToOrganisation != answered.Organisation || transfer.ToRole != answered.Role
            || !OrganisationSource.TryParse(envelope.Source, out var speaks) || speaks.Id != transfer.ToOrganisation)
            return Reply.Refused(envelope.Id, "not-your-delivery", "source", "must be the organisation that is asked now");
        return TransferSteps.MayFollow(Coded.Read<TransferState>(transfer.State), step, Coded.Read<TransferKind>(transfer.Kind))
            ? null
            : Reply.Refused(envelope.Id, "out-of-order", "type", $"must not follow on {transfer.State}");
    }

    /// <summary>Notes a request. Asked anew, it begins anew, unless the other side has accepted already.</summary>
    public void Request(Arrival arrival, TransferRequested asked)
    {
        var known = arrival.Scope.FindTransfer(arrival.Sender, arrival.Subject.About);
        if (known is not null && string.CompareOrdinal(arrival.Order, known.OrderNo) < 0)
            return;

        var post = AskedPost.Of(asked, routing.Directory, arrival.Day);
        var begins = known is null || known.State == Coded.Word(TransferState.Declined) || (known.State == Coded.Word(TransferState.Requested) && known.ToOrganisation != post?.Organisation);
        var now = arrival.At.ToMicroseconds();
        var next = new TransferRow
        {
            Sender = arrival.Sender,
            TransferId = arrival.Subject.About,
            Record = arrival.Record,
            ChildToken = arrival.ChildToken,
            OrderNo = arrival.Order,
            Kind = Coded.Word(asked.Kind),
            FromOrganisation = arrival.Source,
            FromArea = asked.FromArea,
            ToOrganisation = post?.Organisation,
            ToRole = post?.Role,
            ToArea = asked.ToArea,
            State = begins ? Coded.Word(TransferState.Requested) : known!.State,
            RequestedAt = begins ? now : known!.RequestedAt,
            ChangedAt = begins ? now : known!.ChangedAt,
            ConferenceBy = begins ? ConferenceDeadline.Of(asked.Kind, asked.ToArea, arrival.At, routing.Directory)?.ToMicroseconds() : known!.ConferenceBy,
            ConferenceOn = begins ? null : known!.ConferenceOn,
            ResponsibleFrom = begins ? null : known!.ResponsibleFrom,
        };
        if (!begins && (known!.ToOrganisation != next.ToOrganisation || known.ToArea != next.ToArea))
            next = next with { ToOrganisation = known.ToOrganisation, ToRole = known.ToRole, ToArea = known.ToArea };
        arrival.Scope.Save(next);
        if (asked.Kind is TransferKind.Authority && next.ConferenceBy is null)
            arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "alert", arrival.Envelope.Id, "clock-unknown transfer-in-conference");
        arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "transfer-" + next.State, arrival.Envelope.Id, $"{next.Kind} from {next.FromOrganisation} to {next.ToOrganisation ?? "nobody"}");
    }

    /// <summary>Notes an answer; the order was looked at before.</summary>
    public void Step(Arrival arrival, DeliveryRow answered)
    {
        if (TransferSteps.Of(arrival.Envelope.Data) is not { } step || arrival.Scope.FindTransfer(answered.Sender, answered.About!) is not { } transfer)
            return;
        var next = transfer with { State = Coded.Word(step), ChangedAt = arrival.At.ToMicroseconds() };
        arrival.Scope.Save(arrival.Envelope.Data switch
        {
            TransferAccepted accepted => next with { ConferenceOn = Days.Written(accepted.ConferenceOn) },
            TransferConferenceHeld held => next with { ConferenceOn = Days.Written(held.HeldOn) },
            TransferResponsibilityPassed passed => next with { ResponsibleFrom = Days.Written(passed.From) },
            _ => next,
        });
        arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "transfer-" + next.State, answered.DeliveryId, $"{next.Kind} from {next.FromOrganisation} to {next.ToOrganisation}");
    }
}
