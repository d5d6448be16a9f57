using InfoShare.Clocks;
using Xunit;

namespace InfoShare.Tests.Clocks;

/// <summary>Each clock against cases worked out by hand; the day before and the day after lie on the other side of something.</summary>
public sealed class NamedClockTests
{
    public static TheoryData<string, string, string> Worked { get; } = new()
    {
        // Thursday before Christmas: the 25th, a weekend and the substitute for Boxing Day lie between.
        { "referral-decision", "2026-12-24T16:00", "2026-12-29T23:59:59+00:00" },
        { "referral-decision", "2026-12-23T23:59", "2026-12-24T23:59:59+00:00" },
        { "referral-decision", "2026-12-26T03:00", "2026-12-29T23:59:59+00:00" },
        { "referral-decision", "2026-11-20T17:30", "2026-11-23T23:59:59+00:00" },
        { "referral-decision", "2026-11-22T12:00", "2026-11-23T23:59:59+00:00" },
        { "referral-decision", "2026-11-23T00:00", "2026-11-24T23:59:59+00:00" },
        { "referral-decision", "2026-04-02T16:00", "2026-04-07T23:59:59+01:00" }, // Easter
        { "referral-decision", "2026-05-01T09:00", "2026-05-05T23:59:59+01:00" },
        { "referral-decision", "2026-08-28T09:00", "2026-09-01T23:59:59+01:00" },
        { "referrer-follow-up", "2026-11-20T09:00", "2026-11-23T23:59:59+00:00" },
        { "child-and-family-assessment", "2026-03-02T09:00", "2026-05-07T23:59:59+01:00" },
        { "child-and-family-assessment", "2026-11-20T09:00", "2027-01-27T23:59:59+00:00" },
        { "initial-conference", "2026-12-18T09:00", "2027-01-13T23:59:59+00:00" },
        { "core-group", "2026-12-18T09:00", "2027-01-06T23:59:59+00:00" },
        { "first-review-conference", "2026-11-30T10:00", "2027-02-28T23:59:59+00:00" },
        { "first-review-conference", "2027-11-30T10:00", "2028-02-29T23:59:59+00:00" },
        { "first-review-conference", "2026-11-28T10:00", "2027-02-28T23:59:59+00:00" },
        { "first-review-conference", "2026-11-27T10:00", "2027-02-27T23:59:59+00:00" },
        { "review-conference", "2026-08-31T10:00", "2027-02-28T23:59:59+00:00" },
        { "review-conference", "2027-08-31T10:00", "2028-02-29T23:59:59+00:00" },
        { "review-conference", "2026-09-01T10:00", "2027-03-01T23:59:59+00:00" },
        { "review-conference", "2028-02-29T10:00", "2028-08-29T23:59:59+01:00" },
        { "transfer-in-conference", "2026-04-01T10:00", "2026-04-24T23:59:59+01:00" },
        { "pre-birth-review", "2026-11-20T04:00", "2026-11-30T23:59:59+00:00" },
        { "pre-birth-review-mother-unwell", "2026-11-20T04:00", "2026-12-10T23:59:59+00:00" },
        { "rapid-review", "2026-12-24T09:00", "2027-01-19T23:59:59+00:00" },
        { "plan-visit", "2028-02-20T09:00", "2028-03-06T23:59:59+00:00" },
        { "plan-visit", "2026-03-20T09:00", "2026-04-04T23:59:59+01:00" },
        { "plan-drift", "2026-11-30T09:00", "2028-02-29T23:59:59+00:00" },
        { "plan-drift-conference", "2026-08-31T09:00", "2028-02-29T23:59:59+00:00" },
        { "lado-notice", "2026-11-20T09:00", "2026-11-23T23:59:59+00:00" },
        { "da-notice", "2026-11-20T22:30", "2026-11-23T07:59:59+00:00" },
        { "da-notice", "2026-11-23T07:59:59", "2026-11-23T07:59:59+00:00" },
        { "da-notice", "2026-11-23T08:00", "2026-11-24T07:59:59+00:00" },
        { "da-notice", "2026-10-23T21:00", "2026-11-02T07:59:59+00:00" }, // half-term, and the clocks go back in it
        { "da-notice", "2026-12-18T21:00", "2027-01-05T07:59:59+00:00" }, // Christmas, then an inset day
        { "da-notice", "2026-05-01T21:00", "2026-05-05T07:59:59+01:00" }, // bank holiday in term
        { "plan-end-view", "2026-12-18T12:00", "2026-12-29T23:59:59+00:00" },
        { "stop-and-review", "2026-12-24T16:00", "2026-12-30T23:59:59+00:00" },
        { "early-help-considered", "2026-10-16T12:00", "2026-10-23T23:59:59+01:00" },
        { "early-help-considered", "2026-10-23T12:00", "2026-11-06T23:59:59+00:00" },
        { "early-help-considered", "2026-04-30T12:00", "2026-05-08T23:59:59+01:00" },
        { "early-help-considered", "2026-12-16T12:00", "2027-01-07T23:59:59+00:00" },
        { "common-transfer-file", "2026-10-09T12:00", "2026-11-06T23:59:59+00:00" },
        { "common-transfer-file", "2026-12-10T12:00", "2027-01-15T23:59:59+00:00" },
        { "child-protection-file", "2026-10-20T12:00", "2026-10-25T23:59:59+00:00" },
        { "child-protection-file-new-term", "2027-01-04T00:00", "2027-01-08T23:59:59+00:00" },
        { "placement-notice", "2026-12-23T20:00", "2027-01-04T23:59:59+00:00" },
        { "homeless-placement-notice", "2026-11-20T12:00", "2026-12-03T23:59:59+00:00" },
        { "temporary-accommodation-notice", "2028-02-20T12:00", "2028-03-04T23:59:59+00:00" },
        { "private-fostering-notice", "2027-03-01T12:00", "2027-01-18T23:59:59+00:00" },
        { "private-fostering-start", "2026-03-28T12:00", "2026-03-30T13:00:00+01:00" },
        { "private-fostering-start", "2026-10-24T12:00", "2026-10-26T11:00:00+00:00" },
        { "escalation-acknowledged", "2026-11-21T23:00", "2026-11-21T23:59:59+00:00" },
        { "escalation-first-stage", "2026-12-23T09:00", "2026-12-29T23:59:59+00:00" },
        { "escalation-second-stage", "2026-12-23T09:00", "2027-01-04T23:59:59+00:00" },
        { "escalation-third-stage", "2026-10-22T09:00", "2026-10-26T23:59:59+00:00" },
        { "emergency-review", "2026-12-24T09:00", "2026-12-29T23:59:59+00:00" },
    };

    [Theory]
    [MemberData(nameof(Worked))]
    public void It_ends_where_the_worked_case_says(string clock, string from, string due) => Assert.Equal(due, Due.TextOf(Due.Of(clock, from)));

    [Fact]
    public void Every_clock_has_a_worked_case() =>
        Assert.Equal(NamedClocks.All.Select(clock => clock.Name).Order(), Worked.Select(row => row.Data.Item1).Distinct().Order());

    [Fact]
    public void Names_are_small_letters_and_hyphens_and_sources_are_said() => Assert.All(NamedClocks.All, clock =>
    {
        Assert.Matches("^[a-z]+(-[a-z]+)*$", clock.Name);
        Assert.NotEmpty(clock.Source);
        Assert.NotEmpty(clock.Start);
    });

    [Fact]
    public void The_answer_names_its_calendar_and_its_source()
    {
        Assert.Equal(("england-working-days", "Working Together to Safeguard Children 2023"), Named("referral-decision"));
        Assert.Equal(("school-days urn/999998", "Education (Pupil Information) (England) Regulations 2005, reg. 9"), Named("common-transfer-file"));
        Assert.Equal(("calendar-days", "Housing Act 1996, s.208(4)"), Named("homeless-placement-notice"));
        Assert.Equal("hours", Named("private-fostering-start").Calendar);

        static (string Calendar, string Source) Named(string clock)
        {
            var due = (Deadline.Due)Due.Of(clock, "2026-11-20T09:00");
            return (due.Calendar, due.Source);
        }
    }

    [Theory]
    [InlineData("referral-decision", "1 working day", null)]
    [InlineData("referral-decision", "2 working days", "must not be laxer than 1 working day, which holds for all of England")]
    [InlineData("referral-decision", "1 day", "must be in the unit of the clock's own length, 1 working day")]
    [InlineData("placement-notice", "3 working days", null)]
    [InlineData("placement-notice", "6 working days", "must not be laxer than 5 working days, which holds for all of England")]
    [InlineData("private-fostering-notice", "8 weeks", null)]
    [InlineData("private-fostering-notice", "5 weeks", "must not be laxer than 6 weeks, which holds for all of England")]
    [InlineData("plan-visit", "20 days", null)]
    public void A_partnership_may_be_stricter_everywhere_and_laxer_only_where_practice_is_local(string clock, string length, string? problem)
    {
        Assert.True(ClockLength.TryParse(length, out var local));
        Assert.Equal(problem, Due.Clock(clock).ProblemWith(local.Value));
    }

    [Theory]
    [InlineData("1 working day")]
    [InlineData("45 working days")]
    [InlineData("48 hours")]
    [InlineData("999 months")]
    [InlineData("start of the next school day")]
    public void A_length_reads_as_it_is_written(string text)
    {
        Assert.True(ClockLength.TryParse(text, out var length));
        Assert.Equal(text, length.Value.ToString());
    }

    [Theory]
    [InlineData("0 days")]
    [InlineData("1000 days")]
    [InlineData("-1 days")]
    [InlineData("1 days")]
    [InlineData("2 day")]
    [InlineData("2  days")]
    [InlineData("2 years")]
    [InlineData("days")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_no_length(string? text) => Assert.False(ClockLength.TryParse(text, out _));
}
