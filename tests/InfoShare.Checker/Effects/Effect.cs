namespace InfoShare.Checker.Effects;

/// <summary>What a file in <c>out/</c> is.</summary>
public enum EffectKind
{
    Original,
    Correction,

    /// <summary>Tells that something changed, without content.</summary>
    Notice,

    Answer,

    /// <summary>Tells the sender that something was withheld.</summary>
    Told,

    /// <summary>Puts a delivery out of use.</summary>
    Recall,
}

/// <summary>One file that an agency's system found in <c>out/</c>, as far as it matters to the checks.</summary>
public sealed record Effect
{
    /// <summary>The participant whose folder it is.</summary>
    public required string Participant { get; init; }

    public required string File { get; init; }
    public required EffectKind Kind { get; init; }

    /// <summary>Of the delivery, of the notice, or of the delivery that is recalled.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>The organisation it is for; empty in a notice to the sender and in a recall.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>The role there.</summary>
    public string Role { get; init; } = "";

    /// <summary>The marker of the message that its text came from; null where no text was released.</summary>
    public string? Marker { get; init; }

    /// <summary>The sender's message, as routing names it; null where the file does not say.</summary>
    public string? MessageId { get; init; }

    /// <summary>The parts whose text it has.</summary>
    public IReadOnlySet<string> Parts { get; init; } = new HashSet<string>();

    /// <summary>The hidden streets that it tells.</summary>
    public IReadOnlySet<string> HiddenStreets { get; init; } = new HashSet<string>();

    /// <summary>Of what the sender was told about the whole message: the codes.</summary>
    public IReadOnlySet<string> Codes { get; init; } = new HashSet<string>();

    /// <summary>When the file was written, by the file system.</summary>
    public DateTime Written { get; init; }

    /// <summary>When it was first seen, in seconds since the start.</summary>
    public double Seen { get; init; }

    /// <summary>Which look into the folder found it.</summary>
    public long Look { get; init; }
}
