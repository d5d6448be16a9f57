namespace InfoShare.Checker.History;

/// <summary>What a message does.</summary>
public enum MessageKind
{
    Concern,
    Correction,
    Withdrawal,
    Consent,
    ConsentWithdrawal,
    Move,

    /// <summary>Cannot be used, and must be refused.</summary>
    Poison,
}

/// <summary>An invented child, as one sender or several know it.</summary>
/// <param name="Id">The senders' own number of it.</param>
/// <param name="NhsNumber">Of the range that is never given to anybody.</param>
/// <param name="Years">How old it is.</param>
public sealed record Child(string Id, string NhsNumber, int Years);

/// <summary>One message of the load, with the facts that decide who must get it. What it says beside them is made up from these.</summary>
public sealed record Message
{
    /// <summary>Found again in the text of everything that comes of it.</summary>
    public required string Marker { get; init; }

    /// <summary>The participant.</summary>
    public required string Sender { get; init; }

    /// <summary>The organisation that speaks, as <c>scheme/code</c>.</summary>
    public required string Source { get; init; }

    public required MessageKind Kind { get; init; }
    public required Child Child { get; init; }

    /// <summary>Which of the child's messages by this sender, in order.</summary>
    public required int Number { get; init; }

    /// <summary>The marker of the concern, consent or move that it is about; its own for a first one.</summary>
    public required string About { get; init; }

    /// <summary>GSS code of the authority where the child lives, or for a move has left.</summary>
    public required string Area { get; init; }

    /// <summary>For a move: where the child lives now.</summary>
    public string? NewArea { get; init; }

    /// <summary>0 to 5.</summary>
    public int Level { get; init; }

    /// <summary>Category SAB.</summary>
    public bool SexualAbuse { get; init; }

    /// <summary>Factor 3B.</summary>
    public bool DomesticAbuse { get; init; }

    public bool AllegationAgainstStaff { get; init; }

    /// <summary>Handling code C.</summary>
    public bool HandlingC { get; init; }

    /// <summary>URN of the child's own school, if it was told.</summary>
    public string? School { get; init; }

    /// <summary>An agreement to share stands when this is handed in.</summary>
    public bool Agreed { get; init; }

    /// <summary>A street name that nobody without the grant may see, in this message's text and perhaps its address.</summary>
    public string? HiddenStreet { get; init; }

    /// <summary>The message itself has the address, and where it is hidden says so.</summary>
    public bool TellsAddress { get; init; } = true;

    /// <summary>To be handed in only when this marker has been seen in an agency's folder.</summary>
    public string? AfterEffectOf { get; init; }

    /// <summary>Keeps its place among the child's ordinary messages.</summary>
    public bool IsOrdinary => Kind is MessageKind.Concern && Level < SignificantHarm && !(HiddenStreet is not null && TellsAddress) || Kind is MessageKind.Move or MessageKind.Consent;

    /// <summary>The parts that carry planted text. A hidden street is the address's own.</summary>
    public IEnumerable<string> PlantedParts =>
        Effects.Canary.Parts.Where(part => part switch
        {
            "address" => TellsAddress && HiddenStreet is null,
            "intelligence" => Source.StartsWith("police/", StringComparison.Ordinal),
            _ => true,
        });

    /// <summary>Somebody is to have its text.</summary>
    public bool HasContent => Kind is MessageKind.Concern or MessageKind.Correction or MessageKind.Move;

    /// <summary>The level from which a concern is one of significant harm.</summary>
    public const int SignificantHarm = 4;
}
