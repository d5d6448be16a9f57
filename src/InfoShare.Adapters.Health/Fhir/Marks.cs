using InfoShare.Contracts.Concerns;

namespace InfoShare.Adapters.Health.Fhir;

/// <summary>Gathers the optional fields that could not be used while a record is read. The record goes on without them.</summary>
internal sealed class Marks
{
    private const int Most = 100;

    private readonly List<Mark> found = [];

    /// <summary>What was dropped so far, each field once.</summary>
    public IReadOnlyList<Mark> All => [.. found];

    /// <summary>Notes that a field was dropped; beyond what a message can hold, no more.</summary>
    public void Add(string field, string problem)
    {
        var mark = new Mark { Field = field, Problem = problem };
        if (found.Count < Most && !found.Contains(mark))
            found.Add(mark);
    }

    /// <summary>The text when it fits; otherwise null, and a mark.</summary>
    public string? Fitting(string? text, int longest, string field)
    {
        if (text is null || text.Length <= longest)
            return text;
        Add(field, $"must not be longer than {longest} characters");
        return null;
    }
}
