namespace InfoShare.Vault;

/// <summary>Rows that were asked for. On a server they come in one round trip with all others asked for before the first of them is read.</summary>
public sealed class Asked<T>
{
    private readonly Action answerAll;
    private IReadOnlyList<T>? rows;

    internal Asked(Action answerAll) => this.answerAll = answerAll;

    /// <summary>All rows, as they are when the first of those asked for together is read.</summary>
    public IReadOnlyList<T> Rows
    {
        get
        {
            if (rows is null)
                answerAll();
            return rows!;
        }
    }

    internal void Answer(IReadOnlyList<T> answer) => rows = answer;
}
