using InfoShare.Cli.Responses;
using InfoShare.Routing.Answers;
using InfoShare.Storage;
using InfoShare.Storage.Answers;

namespace InfoShare.Tests.Commands;

/// <summary>How the response board reads.</summary>
public class ResponsesRunTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, null, "decision LATE, was owed by 2026-11-23 23:59 UTC")]
    [InlineData(-30, null, "decision came in time, owed by 2026-11-23 23:59 UTC")]
    [InlineData(-1, null, "decision came late, owed by 2026-11-23 23:59 UTC")]
    [InlineData(null, -30, "decision no longer owed, was owed by 2026-11-23 23:59 UTC")]
    public void What_is_owed_reads_as_what_became_of_it(int? answeredHours, int? closedHours, string words)
    {
        var concern = Assert.Single(ListedResponses.Of([Row("children-services-front-door") with
        {
            Clock = "referral-decision",
            Owed = "decision",
            LateFrom = Noon.AddHours(-12).ToMicroseconds(),
            ClockAnsweredAt = answeredHours is { } answered ? Noon.AddHours(answered).ToMicroseconds() : null,
            ClosedAt = closedHours is { } closed ? Noon.AddHours(closed).ToMicroseconds() : null,
        }, Row("school-nurse")], Noon));

        Assert.Equal(
            ["c of school: no decision", $"  la/E06000063#children-services-front-door: acknowledged; told 2026-11-20 12:00; {words}", "  la/E06000063#school-nurse: acknowledged; told 2026-11-20 12:00"],
            concern.Words());
    }

    private static ResponseRow Row(string role) => new()
    {
        Sender = "school",
        About = "c",
        Organisation = "la/E06000063",
        Role = role,
        State = "acknowledged",
        ReceivedAt = Noon.AddDays(-4).ToMicroseconds(),
    };
}
