using InfoShare.Clocks;
using InfoShare.Contracts.Codes;

namespace InfoShare.Directory;

/// <summary>Term dates belong to a school, lie within the days they speak for and within each other, and no day has two.</summary>
internal static class SchoolYearCheck
{
    /// <summary>Dates that speak for longer would call a year that nobody has entered yet a holiday.</summary>
    private const int MostDays = 366;

    public static void Run(WrittenDirectory directory)
    {
        var organisations = directory.Organisations.ToLookup(o => o.Entry.Id, o => o.Entry.Kind);
        foreach (var (year, fields) in directory.SchoolYears)
        {
            School(year.School, organisations, fields);
            if (year is { From: { } from, To: { } to } && from <= to)
                Dates(year.Dates, to.DayNumber - from.DayNumber + 1, fields);
        }

        foreach (var same in directory.SchoolYears.Where(y => y.Entry is { School.Length: > 0, From: not null, To: not null }).GroupBy(y => y.Entry.School))
            foreach (var (later, earlier) in Overlaps.In(same, y => y.Entry.Span()))
                later.Fields.Refuse("from", $"the entry on line {earlier.Fields.Line} has dates of this school for some of the same days");
    }

    private static void School(string school, ILookup<string, AgencyKind> organisations, Fields fields)
    {
        if (school.Length == 0)
            return;
        if (!organisations.Contains(school))
            fields.Refuse("school", "there is no organisation with this id");
        else if (organisations[school].Any(kind => kind != AgencyKind.Education && kind != default))
            fields.Refuse("school", "must be a school, such as urn/123456");
    }

    private static void Dates(SchoolYear year, int days, Fields fields)
    {
        if (days > MostDays)
            fields.Refuse("to", "must not be more than a year after from; give each school year an entry of its own");
        for (var i = 0; i < year.Terms.Count; i++)
        {
            if (IsRead(year.Terms[i].First) && !year.Known.Holds(year.Terms[i]))
                fields.Refuse("terms", i, "must lie between from and to");
            else if (i > 0 && IsRead(year.Terms[i].First) && year.Terms[i].First <= year.Terms[i - 1].Last)
                fields.Refuse("terms", i, "must begin after the term before it ends");
        }

        if (!year.Terms.All(term => IsRead(term.First)))
            return;
        for (var i = 0; i < year.HalfTerms.Count; i++)
            if (IsRead(year.HalfTerms[i].First) && !year.Terms.Any(term => term.Holds(year.HalfTerms[i])))
                fields.Refuse("halfTerms", i, "must lie within a term");
        for (var i = 0; i < year.InsetDays.Count; i++)
            if (IsRead(year.InsetDays[i]) && !year.Terms.Any(term => term.Contains(year.InsetDays[i])))
                fields.Refuse("insetDays", i, "must lie within a term");
    }

    /// <summary>False for a day of the wrong form, which is a problem already.</summary>
    private static bool IsRead(DateOnly day) => day != default;
}
