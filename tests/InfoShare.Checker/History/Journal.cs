using System.Text.Json;
using System.Text.Json.Serialization;

namespace InfoShare.Checker.History;

/// <summary>Everything that was handed in and what became of each attempt, in memory and, line by line, in a file.</summary>
public sealed class Journal : IDisposable
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private readonly Lock turn = new();
    private readonly StreamWriter? file;
    private readonly Dictionary<string, Message> messages = [];
    private readonly List<Attempt> attempts = [];

    /// <param name="path">The file; null: in memory only.</param>
    public Journal(string? path = null) => file = path is null ? null : new(path);

    /// <summary>Notes the beginning of an attempt, and the message when it is new.</summary>
    /// <exception cref="InvalidOperationException">Another message has its marker: nothing could be told from what follows.</exception>
    public void Invoke(Message message, Attempt attempt)
    {
        lock (turn)
        {
            if (messages.TryAdd(message.Marker, message))
                file?.WriteLine(JsonSerializer.Serialize(message, Form));
            else if (messages[message.Marker] != message)
                throw new InvalidOperationException($"two messages are marked {message.Marker}");
            Write(attempt);
        }
    }

    /// <summary>Notes the end of an attempt.</summary>
    public void Note(Attempt attempt)
    {
        lock (turn)
            Write(attempt);
    }

    /// <summary>All of it, as it stands now.</summary>
    public Account Account()
    {
        lock (turn)
        {
            file?.Flush();
            return new(messages.Values, attempts);
        }
    }

    public void Dispose() => file?.Dispose();

    private void Write(Attempt attempt)
    {
        attempts.Add(attempt);
        file?.WriteLine(JsonSerializer.Serialize(attempt, Form));
    }
}
