using InfoShare.Adapters.Health.Fhir;

namespace InfoShare.Adapters.Health.Children;

/// <summary>What a Patient's birth date says on a given day.</summary>
internal enum Age
{
    /// <summary>No birth date that can be used: goes on as a child, with a mark.</summary>
    Unknown,

    /// <summary>Not born yet.</summary>
    Expected,

    /// <summary>Under ten, so not the mother that a flag about an unborn child may stand on.</summary>
    YoungChild,

    /// <summary>Ten to seventeen.</summary>
    Child,

    /// <summary>Eighteen or older.</summary>
    Adult,
}

/// <summary>Reads the age.</summary>
internal static class Ages
{
    private const int Oldest = 130;
    private const int DaysOfPregnancy = 300;

    /// <summary>The age on a day. A year or month alone counts as its last day, so that nobody is an adult too early.</summary>
    /// <param name="patient">The element that holds it.</param>
    /// <param name="day">The day.</param>
    /// <param name="marks">Where it is noted that the date cannot be used.</param>
    /// <param name="field">What the date is called.</param>
    public static Age On(FhirNode patient, DateOnly day, Marks marks, string field = "birthDate")
    {
        if (patient.Time(field, marks) is not { } birth)
        {
            if (patient.At(field) is null)
                marks.Add(patient.Field(field), "is required to know the age; counted as a child");
            return Age.Unknown;
        }

        if (Years(birth.Latest, day) is var years && years > Oldest || birth.Earliest.DayNumber > day.DayNumber + DaysOfPregnancy)
        {
            marks.Add(patient.Field(field), "must be a plausible date; counted as a child");
            return Age.Unknown;
        }

        return years switch
        {
            >= 18 => Age.Adult,
            >= 10 => Age.Child,
            _ => birth.Earliest > day ? Age.Expected : Age.YoungChild,
        };
    }

    /// <summary>Birthdays reached; who is born on 29 February has theirs on 1 March.</summary>
    private static int Years(DateOnly birth, DateOnly day) =>
        day.Year - birth.Year - ((day.Month, day.Day).CompareTo((birth.Month, birth.Day)) < 0 ? 1 : 0);
}
