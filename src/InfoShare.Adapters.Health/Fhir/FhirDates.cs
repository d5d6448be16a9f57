namespace InfoShare.Adapters.Health.Fhir;

/// <summary>Reads dates of optional elements: one that cannot be used is dropped and marked.</summary>
internal static class FhirDates
{
    private const string NoDate = "must be a date that exists, written yyyy-MM-dd";

    /// <summary>A date or dateTime as precise as it is given.</summary>
    public static FhirTime? Time(this FhirNode node, string name, Marks marks)
    {
        if (node.At(name) is not { } given)
            return null;
        if (given.AsText() is not { } text || FhirTime.Parse(text) is not { } time)
        {
            marks.Add(given.Path, NoDate);
            return null;
        }

        if (text.Contains('T', StringComparison.Ordinal) && time.Instant is null)
            marks.Add(given.Path, "must have a zone, such as 2026-11-20T09:15:00Z; only its day was used");
        return time;
    }

    /// <summary>A day; a year or a month alone is dropped.</summary>
    public static DateOnly? Day(this FhirNode node, string name, Marks marks)
    {
        var time = node.Time(name, marks);
        if (time is { Day: null })
            marks.Add(node.Field(name), "must name the day");
        return time?.Day;
    }
}
