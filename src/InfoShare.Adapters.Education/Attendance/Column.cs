using System.Collections.Frozen;

namespace InfoShare.Adapters.Education.Attendance;

/// <summary>What a column of an attendance file holds.</summary>
internal enum Column
{
    Upn = 1, PupilId, Surname, Forename, DateOfBirth, Sex, SchoolUrn,
    From, To, Possible, Attended, Late, Authorised, Unauthorised, Percentage,
    Date, Session, Mark,
    EarlyHelp, EarlyHelpReason, EarlyHelpDate,
}

/// <summary>The names under which school systems write each column, in letters and digits alone. Of two columns that mean the same the earlier name here counts.</summary>
internal static class ColumnNames
{
    public static FrozenDictionary<Column, string[]> All { get; } = new Dictionary<Column, string>
    {
        [Column.Upn] = "upn uniquepupilnumber",
        [Column.PupilId] = "pupilid studentid admissionnumber admissionno adno misid",
        [Column.Surname] = "surname lastname familyname legalsurname legallastname",
        [Column.Forename] = "forename firstname givenname legalforename legalfirstname",
        [Column.DateOfBirth] = "dob dateofbirth birthdate",
        [Column.Sex] = "sex gender",
        [Column.SchoolUrn] = "schoolurn urn",
        [Column.From] = "from datefrom fromdate start startdate periodstart",
        [Column.To] = "to dateto todate end enddate periodend",
        [Column.Possible] = "possible sessionspossible possiblesessions possiblemarks sesspossible",
        [Column.Attended] = "attended sessionsattended attendedsessions present presentmarks",
        [Column.Late] = "late lates latesessions",
        [Column.Authorised] = "authorised sessionsauthorised authorisedabsence authorisedabsences authorisedabsencesessions authabs auth sessauthorised",
        [Column.Unauthorised] = "unauthorised sessionsunauthorised unauthorisedabsence unauthorisedabsences unauthorisedabsencesessions unauthabs unauth sessunauthorised",
        [Column.Percentage] = "percentage attendance% %attendance attendancepercentage percentageattendance attendancepercent percentattendance %attended attended% percent %",
        [Column.Date] = "sessiondate markdate date",
        [Column.Session] = "sessionname session ampm",
        [Column.Mark] = "attendancemark attendancecode markcode mark code",
        [Column.EarlyHelp] = "earlyhelp earlyhelpdecision earlyhelpassessment earlyhelpstatus eha",
        [Column.EarlyHelpReason] = "earlyhelpreason earlyhelpreasonnotstarted earlyhelpnotstartedreason reasonnotstarted",
        [Column.EarlyHelpDate] = "earlyhelpdate earlyhelpstarted earlyhelpstartdate",
    }.ToFrozenDictionary(names => names.Key, names => names.Value.Split(' '));

    /// <summary>A header's letters, digits and percent signs in lower case: <c>Sessions possible</c> is <c>sessionspossible</c>.</summary>
    public static string Plain(string header) => string.Concat(header.Where(c => char.IsAsciiLetterOrDigit(c) || c is '%')).ToLowerInvariant();
}
