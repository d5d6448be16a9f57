using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Storage.Transfers;

/// <summary>Reads and writes requests to take a child over.</summary>
public static class TransferTable
{
    private const string AskedOf = """
        t.to_organisation = @only and exists (select 1 from message m join delivery d on d.sender = m.sender and d.message_id = m.id
            where m.sender = t.sender and m.about = t.transfer_id and d.organisation = @only and d.state in @left)
        """;

    private const string TakenOver = "('accepted', 'conference-held', 'responsibility-passed')";

    public static TransferRow? FindTransfer(this ReadScope scope, string sender, string transferId) =>
        scope.First<TransferRow>("select * from transfer where sender = @sender and transfer_id = @transferId", new { sender, transferId });

    /// <summary>Those about some children, the latest request first.</summary>
    public static Asked<TransferRow> TransfersOf(this ReadScope scope, string[] childTokens) => scope.Ask<TransferRow>(
        "select * from transfer where child_token in @childTokens order by requested_at desc, transfer_id", new { childTokens });

    /// <summary>Those whose responsibility has not passed, the oldest first.</summary>
    /// <param name="only">Those that this organisation has asked for, and those of which it was told; null: all.</param>
    public static IReadOnlyList<TransferRow> OpenTransfers(this ReadScope scope, int most, string? only = null) => scope.Query<TransferRow>($"""
        select t.* from transfer t where t.state <> 'responsibility-passed' {(only is null ? "" : $"and (t.from_organisation = @only or {AskedOf})")}
        order by t.requested_at, t.transfer_id limit @most
        """, new { most, only, left = DeliveryStates.MayHaveLeft });

    /// <summary>Those that wait for the other side, or for its conference, past the limit, and of whom nobody was told.</summary>
    public static IReadOnlyList<TransferRow> OverdueTransfers(this ReadScope scope, long now, int most) => scope.Query<TransferRow>("""
        select * from transfer where state in ('requested', 'accepted') and conference_by < @now and overdue_told = 0 order by conference_by limit @most
        """, new { now, most });

    /// <summary>Closures as transferred (RC5) without a transfer that the other side has accepted, the oldest first.</summary>
    /// <param name="only">Those by this organisation; null: all.</param>
    public static IReadOnlyList<UnacceptedClosureRow> UnacceptedClosures(this ReadScope scope, int most, string? only = null) => scope.Query<UnacceptedClosureRow>($"""
        select sender, involvement_id, child_token, organisation, until from involvement i where closure = 'RC5' and not exists (
            select 1 from transfer t where t.child_token = i.child_token and t.from_organisation = i.organisation and t.state in {TakenOver})
        {(only is null ? "" : "and i.organisation = @only")} order by until, involvement_id limit @most
        """, new { most, only });

    /// <summary>Whether the other side has accepted a transfer of the child from this organisation.</summary>
    public static bool WasAccepted(this ReadScope scope, string childToken, string organisation) => scope.First<long>($"""
        select count(*) from transfer where child_token = @childToken and from_organisation = @organisation and state in {TakenOver}
        """, new { childToken, organisation }) > 0;

    /// <summary>Saves a transfer as it stands.</summary>
    public static void Save(this WriteScope scope, TransferRow transfer) => scope.Later("""
        insert into transfer (sender, transfer_id, record, child_token, order_no, kind, from_organisation, from_area, to_organisation, to_role, to_area,
            state, requested_at, changed_at, conference_by, conference_on, responsible_from, overdue_told)
        values (@Sender, @TransferId, @Record, @ChildToken, @OrderNo, @Kind, @FromOrganisation, @FromArea, @ToOrganisation, @ToRole, @ToArea,
            @State, @RequestedAt, @ChangedAt, @ConferenceBy, @ConferenceOn, @ResponsibleFrom, @OverdueTold)
        on conflict (sender, transfer_id) do update set record = excluded.record, child_token = excluded.child_token, order_no = excluded.order_no,
            kind = excluded.kind, from_area = excluded.from_area, to_organisation = excluded.to_organisation, to_role = excluded.to_role,
            to_area = excluded.to_area, state = excluded.state, requested_at = excluded.requested_at, changed_at = excluded.changed_at,
            conference_by = excluded.conference_by, conference_on = excluded.conference_on, responsible_from = excluded.responsible_from,
            overdue_told = excluded.overdue_told
        """, transfer);
}
