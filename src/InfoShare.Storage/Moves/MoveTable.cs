using InfoShare.Vault;

namespace InfoShare.Storage.Moves;

/// <summary>Reads and writes signals of moves, and the register of children whose destination is unknown.</summary>
public static class MoveTable
{
    /// <summary>What told of moves of some children, in the order in which it came.</summary>
    public static Asked<MoveSignalRow> MoveSignalsOf(this ReadScope scope, string[] childTokens) => scope.Ask<MoveSignalRow>(
        "select * from move_signal where child_token in @childTokens order by received_at, sender, about", new { childTokens });

    /// <summary>The latest signals, whoever the child.</summary>
    public static IReadOnlyList<MoveSignalRow> LatestMoveSignals(this ReadScope scope, long since, int most) => scope.Query<MoveSignalRow>(
        "select * from move_signal where child_token in (select child_token from move_signal where received_at >= @since) order by received_at desc, sender, about limit @most", new { since, most });

    /// <summary>Those of some children whom nobody has seen since.</summary>
    public static Asked<LostRow> LostAmong(this ReadScope scope, string[] childTokens) => scope.Ask<LostRow>(
        "select * from destination_unknown where child_token in @childTokens and seen_at is null", new { childTokens });

    /// <summary>The register, those whom nobody has seen first, the longest gone at the top.</summary>
    public static IReadOnlyList<LostRow> DestinationsUnknown(this ReadScope scope, int most) => scope.Query<LostRow>(
        "select * from destination_unknown order by case when seen_at is null then 0 else 1 end, since, about limit @most", new { most });

    /// <summary>Saves a signal; an earlier word does not replace a later one.</summary>
    public static void Save(this WriteScope scope, MoveSignalRow signal) => scope.Later("""
        insert into move_signal (sender, about, record, child_token, order_no, message_id, signal, kind, source, from_area, to_area, day, received_at)
        values (@Sender, @About, @Record, @ChildToken, @OrderNo, @MessageId, @Signal, @Kind, @Source, @FromArea, @ToArea, @Day, @ReceivedAt)
        on conflict (sender, about) do update set record = excluded.record, child_token = excluded.child_token, order_no = excluded.order_no,
            message_id = excluded.message_id, signal = excluded.signal, kind = excluded.kind, from_area = excluded.from_area, to_area = excluded.to_area, day = excluded.day
        where excluded.order_no > move_signal.order_no
        """, signal);

    /// <summary>Puts a child on the register; one that is there stays as it is.</summary>
    public static void Add(this WriteScope scope, LostRow lost) => scope.Later("""
        insert into destination_unknown (sender, about, record, child_token, message_id, source, from_area, since, opened_at)
        values (@Sender, @About, @Record, @ChildToken, @MessageId, @Source, @FromArea, @Since, @OpenedAt)
        on conflict (sender, about) do nothing
        """, lost);

    /// <summary>Somebody has seen the child.</summary>
    public static void MarkSeen(this WriteScope scope, LostRow lost) => scope.Later(
        "update destination_unknown set seen_at = @SeenAt, seen_by = @SeenBy, seen_message = @SeenMessage where sender = @Sender and about = @About and seen_at is null", lost);
}
