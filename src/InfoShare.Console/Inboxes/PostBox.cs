using System.Text.Json;
using InfoShare.Console.Security;
using InfoShare.Contracts.Wire;
using InfoShare.Storage;
using InfoShare.Storage.Inboxes;
using InfoShare.Vault;

namespace InfoShare.Console.Inboxes;

/// <summary>What somebody sends: its first message is what the list of sent ones shows.</summary>
/// <param name="Reference">Of the page it was filled in on, 32 hexadecimal digits: the same page sent twice is one.</param>
/// <param name="Data">Contract records; the last is what it is about, those before it are to be known when it is read.</param>
/// <param name="DeliveryId">What it answers; null: nothing.</param>
public sealed record Posted(string Reference, IReadOnlyList<object> Data, string? DeliveryId);

/// <summary>What came of it.</summary>
/// <param name="MessageId">Null where nothing was sent, or only before.</param>
/// <param name="Problems">By field of the message; the field is empty where it is none's.</param>
public sealed record PostedOutcome(string? MessageId, IReadOnlyList<FieldProblem> Problems);

/// <summary>Sends for a post, by the door of the participant that serves it; on record, without what it says.</summary>
public sealed class PostBox(ConsoleContext console)
{
    private const int ReferenceLength = 32;

    /// <summary>For a page.</summary>
    public static string NewReference() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(ReferenceLength / 2));

    /// <summary>As <see cref="NewReference"/> makes it.</summary>
    public static bool IsReference(string? text) => text is { Length: ReferenceLength } && text.All(char.IsAsciiHexDigitLower);

    /// <summary>What stops it, found by the checks of the adapters and before anything is handed in.</summary>
    public IReadOnlyList<FieldProblem> ProblemsOf(Viewer viewer, Posted posted)
    {
        ArgumentNullException.ThrowIfNull(posted);
        return !IsReference(posted.Reference) ? [new("", "The page was not one of ours: open it again")]
            : [.. Envelopes(viewer, posted).SelectMany(envelope => WireReader.Read(WireWriter.Write(envelope)).Problems).Distinct()];
    }

    public async Task<PostedOutcome> SendAsync(Viewer viewer, Posted posted)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(posted);
        if (ProblemsOf(viewer, posted) is { Count: > 0 } problems)
            return new(null, problems);
        if (console.Door.WhyNot(viewer.Participant!) is { } closed)
            return new(null, [new("", closed)]);
        if (Earlier(viewer, posted) is { } earlier)
            return new(earlier, []);
        var messages = Envelopes(viewer, posted).Select(envelope => JsonSerializer.Deserialize<JsonElement>(WireWriter.Write(envelope))).ToList();
        return await console.Door.HandInAsync(viewer.Participant!, JsonSerializer.SerializeToUtf8Bytes(messages)) switch
        {
            HandedIn.Saved saved => await NoteAsync(viewer, posted, saved.Messages[^1]),
            HandedIn.Before when Earlier(viewer, posted) is { } noted => new(noted, []),
            // The other of two clicks may be about to note it.
            HandedIn.Before => new(null, [new("", "It was sent before. Look at what you have sent.")]),
            HandedIn.Refused refused => new(null, refused.Problems),
            _ => new(null, [new("", "It cannot be saved now. Nothing is lost: send it again in a few minutes, and telephone if it is urgent.")]),
        };
    }

    private string? Earlier(Viewer viewer, Posted posted) =>
        console.Store.Read(scope => scope.FindSent(posted.Reference)) is { } row && row.Organisation == viewer.Organisation && row.Role == viewer.Post ? row.MessageId : null;

    private async Task<PostedOutcome> NoteAsync(Viewer viewer, Posted posted, string messageId)
    {
        var type = TypeOf(posted.Data[^1]).Name;
        await console.Store.WriteAsync(scope =>
        {
            scope.Add(new InboxSentRow
            {
                Reference = posted.Reference,
                Participant = viewer.Participant!,
                Organisation = viewer.Organisation!,
                Role = viewer.Post!,
                By = viewer.Token,
                Type = type,
                DeliveryId = posted.DeliveryId,
                MessageId = messageId,
                At = console.Now.ToMicroseconds(),
            });
            console.Audit(scope, "inbox-sent", messageId, $"{type} {viewer.Organisation}#{viewer.Post} by:{viewer.Token}");
        });
        return new(messageId, []);
    }

    private IEnumerable<Envelope<object>> Envelopes(Viewer viewer, Posted posted) => posted.Data.Select((data, nth) => new Envelope<object>
    {
        SpecVersion = "1.0",
        Id = $"console-{posted.Reference}-{nth}",
        Source = viewer.Source!,
        Type = TypeOf(data).CloudEventType,
        Time = console.Now,
        DataContentType = "application/json",
        DataSchema = TypeOf(data).DataSchema,
        Data = data,
    });

    private static MessageType TypeOf(object data) => MessageTypes.All.Single(type => type.Data == data.GetType());
}
