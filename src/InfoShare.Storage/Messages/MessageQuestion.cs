using InfoShare.Contracts.Codes;
using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Storage.Messages;

/// <summary>Which messages are looked for; each null is no condition.</summary>
/// <param name="Child">The child's token.</param>
/// <param name="Participant">The sender, or one to whom something of it may have left.</param>
/// <param name="State">Of one of its deliveries.</param>
/// <param name="Reason">The coarse code of one of its deliveries, or a rule that decided about one.</param>
/// <param name="Only">An organisation whose messages alone may be seen: its own, and those of which something may have left to it.</param>
/// <param name="Since">Received then or later, in microseconds.</param>
/// <param name="Before">Received before then.</param>
public sealed record MessageQuestion(string? Child, string? Participant, string? Type, string? State, string? Reason, string? Only, long? Since, long? Before)
{
    /// <summary>States in which a recipient may have it.</summary>
    public string[] Left { get; } = DeliveryStates.MayHaveLeft;

    /// <summary>The reason as it stands among others; what is typed is no pattern.</summary>
    public string ReasonAmong => $"%,{Reason?.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)},%";

    /// <summary>That organisation as messages name it.</summary>
    public string? OnlySource => Only is null ? null : OrganisationSource.UriOf(Only);
}

/// <summary>A message as a list shows it.</summary>
public sealed record ListedMessage
{
    public required string Sender { get; init; }
    public required string Id { get; init; }
    public required string Type { get; init; }
    public string? ChildToken { get; init; }
    public long Urgent { get; init; }
    public long ReceivedAt { get; init; }
    public required string Outcome { get; init; }
}

/// <summary>Finds messages for people.</summary>
public static class MessageQuestions
{
    /// <summary>So many messages are looked through, where their deliveries must be asked: what is rare and older is not found without a time.</summary>
    public const int Depth = 10_000;

    /// <summary>In these states there are few, and an index leads to them.</summary>
    private static readonly string[] Few = [DeliveryStates.Failed, DeliveryStates.Expired, DeliveryStates.Held];

    /// <summary>The latest of them, latest first; of the latest <see cref="Depth"/> of its type and time.</summary>
    public static IReadOnlyList<ListedMessage> LatestMessages(this ReadScope scope, MessageQuestion question, int most) => scope.Query<ListedMessage>($"""
        select m.sender, m.id, m.type, m.child_token, m.urgent, m.received_at, m.outcome
        from (select * from message where {Together(OfMessage(question))} order by received_at desc limit {Depth}) m
        where {Together(OfDeliveries(question))} order by m.received_at desc, m.id limit {most}
        """, question);

    /// <summary>
    /// The messages that an id means: a message's, a delivery's, or that of the concern or move that they are about. What they are about is looked for by sender,
    /// from one to the next by the index.
    /// </summary>
    public static IReadOnlyList<ListedMessage> MessagesMeantBy(this ReadScope scope, string id, string? only, int most) => scope.Query<ListedMessage>($"""
        with recursive sent(sender) as (
            select min(sender) from message
            union all select (select min(m.sender) from message m where m.sender > sent.sender) from sent where sent.sender is not null),
        meant(sender, id) as (
            select sender, id from message where id = @id
            union select sender, message_id from delivery where delivery_id = @id
            union select m.sender, m.id from sent join message m on m.sender = sent.sender and m.about = @id)
        select m.sender, m.id, m.type, m.child_token, m.urgent, m.received_at, m.outcome from meant join message m on m.id = meant.id and m.sender = meant.sender
        where {(only is null ? "1 = 1" : Theirs)} order by m.received_at desc limit {most}
        """, new { id, Only = only, OnlySource = only is null ? null : OrganisationSource.UriOf(only), Left = DeliveryStates.MayHaveLeft });

    private const string Theirs = "(m.source = @OnlySource or exists (select 1 from delivery d where d.sender = m.sender and d.message_id = m.id and d.organisation = @Only and d.state in @Left))";

    private static IEnumerable<string?> OfMessage(MessageQuestion question) =>
    [
        question.Child is null ? null : "child_token = @Child",
        question.Type is null ? null : "type = @Type",
        question.Since is null ? null : "received_at >= @Since",
        question.Before is null ? null : "received_at < @Before",
        question.State is { } state && Few.Contains(state)
            ? $"(sender, id) in (select sender, message_id from delivery where state = '{state}' order by decided_at desc limit {Depth})" : null,
    ];

    private static IEnumerable<string?> OfDeliveries(MessageQuestion question)
    {
        const string Deliveries = "exists (select 1 from delivery d where d.sender = m.sender and d.message_id = m.id and";
        return
        [
            question.Participant is null ? null : $"(m.sender = @Participant or {Deliveries} d.participant = @Participant and d.state in @Left))",
            question.State is null || Few.Contains(question.State) ? null : $"{Deliveries} d.state = @State)",
            question.Reason is null ? null : $"{Deliveries} (d.code = @Reason or ',' || d.because || ',' like @ReasonAmong escape '!'))",
            question.Only is null ? null : Theirs,
        ];
    }

    private static string Together(IEnumerable<string?> conditions) => string.Join(" and ", conditions.OfType<string>().DefaultIfEmpty("1 = 1"));
}
