using InfoShare.Checker.Effects;
using InfoShare.Checker.History;
using InfoShare.Checker.Records;
using InfoShare.Checker.Rules;

namespace InfoShare.Checker.Checks;

/// <summary>All that is known from outside: what was handed in, what came out, and what the store says of it.</summary>
public sealed class Evidence
{
    public Evidence(Account account, IReadOnlyList<Effect> effects, StoreRecords records)
    {
        (Account, Effects, Records) = (account, effects, records);
        Content = [.. effects.Where(e => e.Kind is EffectKind.Original or EffectKind.Correction && e.Marker is not null && account.Find(e.Marker) is not null)
            .Select(e => new Content(e, account.Find(e.Marker!)!, new Post(e.Organisation, e.Role)))];
        ByMarker = Content.ToLookup(c => c.Message.Marker);
        Told = effects.Where(e => e.Kind is EffectKind.Told).ToLookup(e => e.MessageId!);
        Recalled = effects.Where(e => e.Kind is EffectKind.Recall).Select(e => e.DeliveryId).ToHashSet();
    }

    public Account Account { get; }

    public IReadOnlyList<Effect> Effects { get; }

    public StoreRecords Records { get; }

    /// <summary>Effects with a message's text.</summary>
    public IReadOnlyList<Content> Content { get; }

    public ILookup<string, Content> ByMarker { get; }

    /// <summary>What senders were told, by their message's id.</summary>
    public ILookup<string, Effect> Told { get; }

    /// <summary>Deliveries with a note that they are out of use.</summary>
    public IReadOnlySet<string> Recalled { get; }
}

/// <summary>An effect with text, the message that it came from, and the post that it is for.</summary>
public sealed record Content(Effect Effect, Message Message, Post Post);
