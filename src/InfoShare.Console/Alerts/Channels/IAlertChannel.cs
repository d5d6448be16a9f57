namespace InfoShare.Console.Alerts.Channels;

/// <summary>A way of telling.</summary>
public interface IAlertChannel
{
    /// <summary>email or webhook.</summary>
    string Name { get; }

    /// <summary>Sends it once.</summary>
    /// <returns>Why it did not leave, without anything that was sent; null: it was taken.</returns>
    Task<string?> SendAsync(AlertMessage message, CancellationToken cancellationToken);
}
