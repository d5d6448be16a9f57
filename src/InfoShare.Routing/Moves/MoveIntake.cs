using InfoShare.ChildIndex.Moves;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Moves;
using InfoShare.Policy;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Children;
using InfoShare.Storage.Moves;
using InfoShare.Vault;

namespace InfoShare.Routing.Moves;

/// <summary>Keeps what tells of moves, and the register of children whose destination is unknown.</summary>
internal sealed class MoveIntake(RoutingContext routing)
{
    /// <summary>Kinds of move after which the child is where it was.</summary>
    private static readonly MoveType[] AtHome = [MoveType.SchoolOnly, MoveType.GpOnly, MoveType.ServiceArea, MoveType.BoundaryChange, MoveType.Planned];

    /// <summary>Notes a move that is told; where nobody knows where to, the child goes on the register.</summary>
    public void Take(Arrival arrival, ChildMovedArea move, MovePlaces places)
    {
        var signal = RowOf(arrival, move, places);
        arrival.Scope.Save(signal);
        var joint = Signals.Together(arrival.Before.MoveSignalsOf(arrival.ChildToken).Where(row => (row.Sender, row.About) != (signal.Sender, signal.About)).Append(signal))
            .Single(one => one.Signals.Any(told => told.Id == Signals.IdOf(signal.Sender, signal.About)));
        if (joint.To is not null || AtHome.Contains(move.MoveType))
            return;

        arrival.Scope.Add(new LostRow
        {
            Sender = arrival.Sender,
            About = arrival.Subject.About,
            Record = arrival.Record,
            ChildToken = arrival.ChildToken,
            MessageId = arrival.Envelope.Id,
            Source = arrival.Source,
            FromArea = places.From,
            Since = signal.Day,
            OpenedAt = arrival.At.ToMicroseconds(),
        });
        arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "destination-unknown", arrival.Envelope.Id, arrival.Source);
    }

    /// <summary>Those who have lost the child, and whom this message shows it to: another agency has to do with it since.</summary>
    public IReadOnlyList<LostRow> Seen(Arrival arrival)
    {
        if (!ShowsChild(arrival))
            return [];
        var day = Days.Written(RoutingContext.DayOf(arrival.Subject.HappenedAt(arrival.Envelope.Time)));
        var seen = arrival.Before.LostOf(arrival.ChildToken)
            .Where(lost => lost.Record != arrival.Record && string.CompareOrdinal(day, lost.Since) >= 0)
            .Select(lost => lost with { SeenAt = arrival.At.ToMicroseconds(), SeenBy = arrival.Source, SeenMessage = arrival.Envelope.Id })
            .ToList();
        foreach (var lost in seen)
        {
            arrival.Scope.MarkSeen(lost);
            arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "seen-again", lost.MessageId, $"{arrival.Envelope.Id} {arrival.Source}");
            SenderNotices.Add(arrival.Scope, routing, lost.Sender, lost.MessageId, lost.About, [new() { Code = WithheldCodes.SeenAgain }], $"seen-again {lost.OpenedAt}");
        }

        return seen;
    }

    /// <summary>The move that a message about something else shows, as its sender would tell it; null where it shows none that is new.</summary>
    /// <param name="before">What was known of the child before the message.</param>
    /// <param name="record">The sender's record before it.</param>
    public ChildMovedArea? Detect(Arrival arrival, ChildRow? before, RecordRow? record)
    {
        if (arrival.Subject is not { Parts: { Identity: not null } parts, Move: null, Transfer: null } || arrival.Envelope.Data is InvolvementRecorded { Until: not null })
            return null;
        var told = new ChildRow { Token = arrival.ChildToken, Area = ChildArea.Of(parts.Address, routing.Settings.Postcodes, arrival.Day), Practice = parts.Medical?.GpPractice };
        if (DetectedMove.Of(before, record, told, routing.Directory.OrganisationWith(arrival.Source, arrival.Day), routing.Directory, arrival.Day) is not { } detected)
            return null;

        var day = RoutingContext.DayOf(arrival.Subject.HappenedAt(arrival.Envelope.Time));
        var signal = new ToldMove("", detected.Signal, detected.Type, detected.From, detected.To, day, arrival.At.ToMicroseconds());
        // Somebody has told of it already, or it happened before a move that is known: where a child was then is no news.
        return Signals.Together(arrival.Before.MoveSignalsOf(arrival.ChildToken))
            .Any(move => (move.Fits(signal) && (detected.To is null || move.To is not null)) || move.Signals.Any(told => told.Day > day))
            ? null
            : new()
            {
                MoveId = routing.Store.Ids.Of("detected-move", arrival.Sender, arrival.Subject.About),
                MoveType = detected.Type,
                EffectiveDate = day,
                DetectedBy = detected.Signal,
                FromArea = detected.From,
                ToArea = detected.To,
                Parts = parts.Only(new HashSet<PartName> { PartName.Identity, PartName.Address, PartName.Contact }),
            };
    }

    private static bool ShowsChild(Arrival arrival) => arrival.Subject.Parts?.Identity is not null && arrival.Envelope.Data switch
    {
        InvolvementRecorded { Until: not null } => false,
        ChildMovedArea { MoveType: MoveType.UnknownWhereabouts or MoveType.BoundaryChange } => false,
        ChildMovedArea { DetectedBy: MoveSignal.TransferOut or MoveSignal.SchoolLeaver } => false,
        _ => arrival.Subject.Transfer is null,
    };

    private static MoveSignalRow RowOf(Arrival arrival, ChildMovedArea move, MovePlaces places) => new()
    {
        Sender = arrival.Sender,
        About = arrival.Subject.About,
        Record = arrival.Record,
        ChildToken = arrival.ChildToken,
        OrderNo = arrival.Order,
        MessageId = arrival.Envelope.Id,
        Signal = Coded.Word(move.DetectedBy),
        Kind = Coded.Word(move.MoveType),
        Source = arrival.Source,
        FromArea = places.From,
        ToArea = places.To,
        Day = Days.Written(move.EffectiveDate ?? RoutingContext.DayOf(arrival.Envelope.Time)),
        ReceivedAt = arrival.At.ToMicroseconds(),
    };
}
