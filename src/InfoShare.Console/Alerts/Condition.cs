namespace InfoShare.Console.Alerts;

/// <summary>Something that somebody must know of, as it is now.</summary>
/// <param name="Kind">One of <see cref="AlertKinds"/>.</param>
/// <param name="Subject">Whom or what it is about: an id or code; empty: all.</param>
/// <param name="Count">How many; 1 where nothing is counted.</param>
/// <param name="Level">How bad. It is told again when this rises.</param>
/// <param name="Urgent">A child may be in danger while nobody knows: told in quiet hours too.</param>
public sealed record Condition(string Kind, string Subject, long Count, int Level, bool Urgent)
{
    /// <summary>The same for the same thing, whenever it is seen.</summary>
    public string Key => Subject.Length == 0 ? Kind : $"{Kind}:{Subject}";

    /// <summary>Of something that is counted: it is worse when there are twice as many.</summary>
    public static Condition Counted(string kind, string subject, long count, bool urgent) => new(kind, subject, count, (urgent ? UrgentLevel : 0) + (int)Math.Log2(Math.Max(1, count)), urgent);

    /// <summary>Of something that is or is not.</summary>
    public static Condition Of(string kind, string subject, bool urgent) => new(kind, subject, 1, urgent ? UrgentLevel : 0, urgent);

    /// <summary>Above every count: becoming urgent is getting worse.</summary>
    private const int UrgentLevel = 100;
}
