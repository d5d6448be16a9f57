using InfoShare.Broker.RabbitMq.Reading;
using MassTransit;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace InfoShare.Broker.RabbitMq.Connecting;

/// <summary>Codes for what is wrong with a connection, for logs and status pages.</summary>
internal static class Trouble
{
    public const string Starting = "starting";
    public const string Unreachable = "unreachable";
    public const string Refused = "refused";
    public const string NoAnswer = "no-answer";
    public const string Closed = "closed";
    public const string Blocked = "blocked";
    public const string QueueMissing = "queue-missing";
    public const string NoConsumer = "no-consumer";
    public const string ConfirmOverdue = "confirm-overdue";
    private const ushort NotFound = 404;
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(5);

    /// <summary>
    /// What keeps a reader from reading, or null. Asked over the reader's own connection, so that an answer also proves that
    /// connection; and of the broker, as a bus can believe itself well without a consumer.
    /// </summary>
    /// <param name="beside">Another connection, which is asked whether the queue is there when the reader's own has none.</param>
    public static async Task<string?> OfReaderAsync(IBusControl bus, OnlyChannel channel, string queue, IConnection? beside, CancellationToken cancellationToken)
    {
        if (channel.Current is { } current && bus.CheckHealth().Status is BusHealthStatus.Healthy)
            return await LookAsync(current.Connection, queue, cancellationToken);
        return beside is not null && await LookAsync(beside, queue, cancellationToken) is QueueMissing ? QueueMissing : Closed;
    }

    private static async Task<string?> LookAsync(IConnection connection, string queue, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(AnswerWithin);
#pragma warning disable CA1031 // Whatever it is, it is a trouble with a code.
        try
        {
            await using var look = await connection.CreateChannelAsync(cancellationToken: limit.Token).WaitAsync(limit.Token);
            var found = await look.QueueDeclarePassiveAsync(queue, limit.Token).WaitAsync(limit.Token);
            return found.ConsumerCount > 0 ? null : NoConsumer;
        }
        catch (Exception e)
        {
            return CodeOf(e);
        }
#pragma warning restore CA1031
    }

    /// <summary>The code of a failure to connect or to be answered.</summary>
    public static string CodeOf(Exception error) => error switch
    {
        BrokerUnreachableException => Causes(error).Any(IsRefusal) ? Refused : Unreachable,
        AuthenticationFailureException => Refused,
        OperationInterruptedException { ShutdownReason.ReplyCode: NotFound } => QueueMissing,
        OperationCanceledException or TimeoutException => NoAnswer,
        _ => Closed,
    };

    /// <summary>A wrong login, or a user without this virtual host.</summary>
    private static bool IsRefusal(Exception error) =>
        error is AuthenticationFailureException or PossibleAuthenticationFailureException or OperationInterruptedException;

    private static IEnumerable<Exception> Causes(Exception error) => error switch
    {
        AggregateException many => many.InnerExceptions.SelectMany(Causes).Prepend(error),
        { InnerException: { } inner } => Causes(inner).Prepend(error),
        _ => [error],
    };
}
