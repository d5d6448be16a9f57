namespace InfoShare.Cli.Checking;

/// <summary>What would become of a whole file, counted as its summary in <c>done/</c> would count it if nothing of it were known yet.</summary>
public sealed class CheckTotals
{
    private readonly SortedDictionary<string, int> messages = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> to = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> withAgreementTo = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> because = new(StringComparer.Ordinal);

    /// <summary>Records read.</summary>
    public int Records { get; private set; }

    /// <summary>Messages that would be sent.</summary>
    public int Messages { get; private set; }

    /// <summary>Records of which nothing would be sent.</summary>
    public int NothingToSend { get; private set; }

    /// <summary>Records that would go to quarantine.</summary>
    public int Quarantined { get; private set; }

    /// <summary>Messages by type.</summary>
    public IReadOnlyDictionary<string, int> MessagesByType => messages;

    /// <summary>How many messages a role would get.</summary>
    public IReadOnlyDictionary<string, int> To => to;

    /// <summary>How many messages a role would get with an agreement to share only.</summary>
    public IReadOnlyDictionary<string, int> WithAgreementTo => withAgreementTo;

    /// <summary>Why nothing would be sent.</summary>
    public IReadOnlyDictionary<string, int> Because => because;

    /// <summary>Counts one more.</summary>
    public void Add(CheckedRecord record)
    {
        Records++;
        Messages += record.Messages.Count;
        Quarantined += record.Problems.Count > 0 ? 1 : 0;
        if (record.NothingBecause is { } reason)
        {
            NothingToSend++;
            Count(because, reason);
        }

        foreach (var message in record.Messages)
        {
            Count(messages, message.Type);
            Count(to, [.. message.To]);
            Count(withAgreementTo, [.. message.WithAgreementTo]);
        }
    }

    private static void Count(SortedDictionary<string, int> counts, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            counts[name] = counts.GetValueOrDefault(name) + 1;
    }
}
