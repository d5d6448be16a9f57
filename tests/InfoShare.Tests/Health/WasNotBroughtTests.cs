using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;
using Xunit;
using static InfoShare.Tests.Health.Bundles;
using static InfoShare.Tests.Health.Reading;

namespace InfoShare.Tests.Health;

public sealed class WasNotBroughtTests
{
    private static string Appointment(string start, string status = "noshow") =>
        $$"""{"resourceType":"Appointment","status":"{{status}}","start":"{{start}}","end":"{{start}}","participant":[{"actor":{"reference":"Patient/p1"},"status":"accepted"}]}""";

    private static readonly string[] Pattern =
    [
        Patient, Appointment("2026-03-02T09:00:00Z"), Appointment("2026-06-01T09:00:00Z", "fulfilled"), Appointment("2026-09-01T09:00:00Z"),
        Appointment("2026-09-20T09:00:00Z", "cancelled"), Appointment("2026-11-10T09:00:00Z"), Appointment("2026-12-01T09:00:00Z", "booked"),
    ];

    [Fact]
    public void A_child_who_is_not_brought_again_and_again_is_told_with_the_counts()
    {
        var notice = (AppointmentWasNotBrought)Assert.Single(Drafts(Pattern)).Data;

        Assert.Equal("Was not brought to 3 appointments in the 12 months to 2026-11-10, the last 2 in a row; 1 cancelled in the same time", notice.Parts.Incident!.Facts);
        Assert.Equal(new NotBrought { On = new(2026, 11, 10), InARow = 2, InTwelveMonths = 3, Cancelled = 1 }, notice.Parts.Medical!.NotBrought);
        Assert.Equal(new DateTimeOffset(2026, 11, 10, 9, 0, 0, TimeSpan.Zero), notice.Parts.Incident.ObservedAt);
        Assert.Equal(3, notice.Parts.Medical.Notes!.Split('\n').Length);
        Assert.Equal("Testperson", notice.Parts.Identity!.Names[0].Family);
    }

    [Fact]
    public void The_same_appointments_on_another_day_say_the_same_and_a_further_miss_is_a_notice_of_its_own()
    {
        var later = Context with { At = Context.At.AddDays(9), AsOf = Context.AsOf.AddDays(9) };

        Assert.Equal(Written(Translate(Message(Pattern).Utf8())), Written(Translate(Message(Pattern).Utf8(), later)));
        Assert.NotEqual(Assert.Single(Drafts(Pattern)).RecordKey, Assert.Single(Drafts([.. Pattern, Appointment("2026-11-19T09:00:00Z")])).RecordKey);
    }

    [Fact]
    public void Appointments_that_are_called_off_again_and_again_are_told_too()
    {
        string[] cancelled = [Patient, Appointment("2026-03-02T09:00:00Z", "fulfilled"), .. ((string[])["2026-05-01T09:00:00Z", "2026-06-01T09:00:00Z", "2026-07-01T09:00:00Z"]).Select(start => Appointment(start, "cancelled"))];

        var notice = (AppointmentWasNotBrought)Assert.Single(Drafts(cancelled)).Data;

        Assert.Equal("3 appointments in a row were called off in the 12 months to 2026-07-01", notice.Parts.Incident!.Facts);
        Assert.Equal(new NotBrought { On = new(2026, 7, 1), InARow = 0, InTwelveMonths = 0, Cancelled = 3 }, notice.Parts.Medical!.NotBrought);
    }

    [Theory]
    [InlineData("cancelled", "cancelled", "fulfilled", "cancelled")]
    [InlineData("cancelled", "booked", "cancelled", "fulfilled")]
    public void Not_where_one_was_kept_between_or_fewer_were_called_off(params string[] statuses) => Assert.Equal(
        "a cancelled appointment", NothingToSend([Patient, .. statuses.Select((status, n) => Appointment($"2026-0{n + 3}-01T09:00:00Z", status))]).Split(';')[0]);

    [Fact]
    public void With_a_flag_missed_appointments_are_a_note_of_its_concern_and_no_notice_of_their_own()
    {
        var concern = Concern([.. Pattern, Flag()]);

        Assert.Equal("Child is cause for safeguarding concern", concern.Parts.Incident!.Facts);
        Assert.StartsWith("Was not brought to an appointment on 2026-03-02", concern.Parts.Medical!.Notes, StringComparison.Ordinal);
        Assert.Null(concern.LevelOfNeed);
    }

    [Theory]
    [InlineData("2025-11-09T09:00:00Z", "2026-11-10T09:00:00Z")]
    [InlineData("2024-01-10T09:00:00Z", "2024-02-10T09:00:00Z")]
    [InlineData("2026-11-10T09:00:00Z", "2026-12-10T09:00:00Z")]
    [InlineData("2026-11-10T09:00:00Z", "2026-02-31")]
    public void Misses_far_apart_long_ago_to_come_or_of_no_day_are_no_pattern(string first, string second) =>
        Assert.Equal("missed appointments that are far apart, long ago or of no known day", NothingToSend(Patient, Appointment(first), Appointment(second)));

    [Theory]
    [InlineData("fulfilled", "an appointment that was kept")]
    [InlineData("booked", "an appointment to come")]
    [InlineData("cancelled", "a cancelled appointment")]
    [InlineData("entered-in-error", "nothing about a concern, a move or an agreement")]
    public void Other_appointments_are_nothing_to_send(string status, string reason) =>
        Assert.Equal(reason, NothingToSend(Patient, Appointment("2026-11-10T09:00:00Z", status)));

    [Fact]
    public void An_adult_who_does_not_come_is_nothing_to_send() =>
        Assert.Equal("an adult", NothingToSend([.. Pattern.Select(r => r == Patient ? Patient.Set("birthDate", "\"1990-01-01\"") : r)]));

    [Fact]
    public void Brothers_and_sisters_who_are_not_brought_are_told_of_each_for_itself()
    {
        string Of(string id, string resource) => resource.Replace("p1", id, StringComparison.Ordinal);
        var sister = Of("p2", Patient).Replace("9990123454", "9990567893", StringComparison.Ordinal);

        var drafts = DraftsOf(Message([Patient, sister, .. Pattern[1..], .. Pattern[1..].Select(a => Of("p2", a))]));

        Assert.Equal(2, drafts.Count(draft => draft.Data is AppointmentWasNotBrought));
        Assert.NotEqual(drafts[0].ChildKey, drafts[1].ChildKey);
    }
}
