using InfoShare.Vault;

namespace InfoShare.Storage.Transfers;

/// <summary>Reads and writes requests to take a child over.</summary>
public static class TransferTable
{
    private const string TakenOver = "('accepted', 'conference-held', 'responsibility-passed')";

    public static TransferRow? FindTransfer(this ReadScope scope, string sender, string transferId) =>
        scope.First<TransferRow>("select * from transfer where sender = @sender and transfer_id = @transferId", new { sender, transferId });

    /// <summary>Those about some children, the latest request first.</summary>
    public static Asked<TransferRow> TransfersOf(this ReadScope scope, string[] childTokens) => scope.Ask<TransferRow>(
        "select * from transfer where child_token in @childTokens order by requested_at desc, transfer_id", new { childTokens });

    /// <summary>Those whose responsibility has not passed, the oldest first.</summary>
    public static IReadOnlyList<TransferRow> OpenTransfers(this ReadScope scope, int most) => scope.Query<TransferRow>(
        "select * from transfer where state <> 'responsibility-passed' order by requested_at, transfer_id limit @most", new { most });

    /// <summary>Those that wait for the other side, or for its conference, past the limit, and of whom nobody was told.</summary>
    public static IReadOnlyList<TransferRow> OverdueTransfers(this ReadScope scope, long now, int most) => scope.Query<TransferRow>("""
        select * from transfer where state in ('requested', 'accepted') and conference_by < @now and overdue_told = 0 order by conference_by limit @most
        """, new { now, most });

    /// <summary>Closures as transferred (RC5) without a transfer that the other side has accepted, the oldest first.</summary>
    public static IReadOnlyList<UnacceptedClosureRow> UnacceptedClosures(this ReadScope scope, int most) => scope.Query<UnacceptedClosureRow>($"""
        select sender, involvement_id, child_token, organisation, until from involvement i where closure = 'RC5' and not exists (
            select 1 from transfer t where t.child_token = i.child_token and t.from_organisation = i.organisation and t.state in {TakenOver})
        order by until, involvement_id limit @most
        """, new { most });

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
