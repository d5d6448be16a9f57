using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;
using InfoShare.Policy;
using InfoShare.Routing.Board;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>Who is invited, asked or in the core group hears of it, and nobody else; who came, and what was not told, is counted.</summary>
public class MeetingTests
{
    private const string Care = "social-care-cumberland";
    private const string Health = "health-cumberland";
    private static readonly string Cumberland = new OrganisationSource("la", "E06000063").Uri;
    private static readonly string[] Invited = ["ods/ZZ999#health-visitor", "urn/999998#designated-safeguarding-lead", "la/E06000063#conference-chair"];

    [Fact]
    public async Task A_meeting_is_told_to_the_posts_that_it_names_and_to_nobody_else()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Called());

        Assert.Equal(Invited.Order(), routing.Shared.Select(delivery => $"{delivery.Organisation}#{delivery.Role}").Order());
        var delivery = Assert.Single(routing.DeliveredTo(School));
        Assert.Equal((MeetingType.ReviewConference, Morning.AddDays(18)), (delivery.Meeting!.MeetingType, delivery.Meeting.At));
    }

    [Fact]
    public async Task Whoever_was_invited_hears_that_it_was_held_and_the_board_counts_who_came_and_who_reported()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Called());
        await TellAsync(routing, Held(), 2);

        Assert.Equal((new DateOnly(2026, 12, 8), false), routing.DeliveredTo(School)[1].Meeting is { } meeting ? (meeting.HeldOn!.Value, meeting.Attended!.Value) : default);
        Assert.Equal(
            ["invitations la/E06000063 review-conference attended", "invitations ods/ZZ999 review-conference attended", "invitations urn/999998 review-conference absent"],
            Counted(routing, "invitations"));
        Assert.Equal(["reports ods/ZZ999 review-conference given", "reports urn/999998 review-conference missing"], Counted(routing, "reports"));
        Assert.Equal(["meetings-held review-conference held"], Counted(routing, "meetings-held"));
    }

    [Theory]
    [InlineData("urn/999990#designated-safeguarding-lead")]
    [InlineData("urn/999998")]
    [InlineData("urn/999998#nobody")]
    public async Task A_post_that_the_directory_does_not_know_is_not_left_out_in_silence(string post)
    {
        await using var routing = await StartAsync();

        var receipt = await routing.SendAsync(Care, From(Called() with { Invited = [Invited[0], post] }, 1, source: Cumberland));

        Assert.Equal((ReceiptOutcome.Refused, "data.invited[1]"), (receipt!.Outcome, receipt.Reasons[0].Field));
    }

    [Fact]
    public async Task The_outcome_of_proceedings_reaches_the_core_group_and_nobody_else()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Called() with { MeetingType = MeetingType.CoreGroup, Invited = Invited[..1] });
        await TellAsync(routing, new LegalOutcome { NoticeId = "legal-1", Parts = Child() with { Plan = new() { Legal = new() { Stage = LegalStage.InterimOrder, Order = "interim supervision order" } } } }, 2);

        var told = Assert.Single(routing.Shared, delivery => delivery.About == "legal-1");
        Assert.Equal((Roles.HealthVisitor, "CoreGroup"), (told.Role, told.Relationship));
        Assert.Equal((LegalStage.InterimOrder, "no-onward-sharing"), (routing.DeliveredTo(Health)[^1].Parts.Plan!.Legal!.Stage, Assert.Single(routing.DeliveredTo(Health)[^1].Obligations)));
    }

    [Fact]
    public async Task Without_a_core_group_who_tells_of_proceedings_hears_that_it_reaches_nobody()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, new LegalOutcome { NoticeId = "legal-1", Parts = Child() with { Plan = new() { Legal = new() { Stage = LegalStage.Issued } } } });

        Assert.Contains(WithheldCodes.NoRecipient, Told(routing));
    }

    [Fact]
    public async Task A_meeting_whose_record_is_taken_back_is_counted_no_more()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Held());
        await TellAsync(routing, new NoticeWithdrawn { NoticeId = "held-1", Reason = WithdrawalReason.WrongChild }, 2);

        Assert.Empty(Counted(routing, "meetings-held"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_is_asked_what_it_knows_says_so_or_why_not(bool supplies)
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Question());
        var asked = Assert.Single(routing.Shared);
        object answer = supplies
            ? new InformationSupplied { DeliveryId = asked.DeliveryId, Role = Roles.GpSafeguardingLead, At = Morning, Information = "Invented: two were missed." }
            : new InformationDeclined { DeliveryId = asked.DeliveryId, Role = Roles.GpSafeguardingLead, At = Morning, Because = InformationRefusal.Detriment, Rationale = "Invented: she would not come again." };
        await routing.SendAsync(Health, From(answer, 1, "answers", new OrganisationSource("ods", "Z99999").Uri));
        await HouseAsync(routing);

        var answered = routing.DeliveredTo(Care).Single(delivery => delivery.Kind is DeliveryKind.Answer).Answer!;
        Assert.Equal((supplies, supplies ? null : InformationRefusal.Detriment), (answered.Informed!.Value, answered.RefusedBecause));
        Assert.StartsWith("Invented", answered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(WithheldCodes.Unanswered, Told(routing));
    }

    [Fact]
    public async Task A_question_that_nobody_answers_is_not_forgotten()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Question());
        await HouseAsync(routing);

        Assert.Contains(WithheldCodes.Unanswered, Told(routing));
        Assert.Contains(routing.DeliveredTo(Health), delivery => delivery is { Kind: DeliveryKind.Reminder, Due.Owed: AnswerOwed.Information });
    }

    [Fact]
    public async Task What_was_not_told_is_kept_with_its_reason_sealed_and_counted()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, new DisclosureRefused { DisclosureId = "kept-1", Organisation = "police/03", Detriment = "Invented and never in clear.", Parts = Child() });

        Assert.Empty(routing.Deliveries);
        Assert.Equal(["disclosure-refused la/E06000063 refused"], Counted(routing, "disclosure-refused"));
        Assert.DoesNotContain("never in clear", string.Concat(await routing.StoredFilesAsync()), StringComparison.Ordinal);
    }

    private static async Task<RoutingFixture> StartAsync()
    {
        var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        return routing;
    }

    private static MessageParts Child() => new() { Identity = Robin().Identity, Contact = new() { Role = Roles.ConferenceChair } };

    private static MeetingNotified Called() => new() { NoticeId = "called-1", MeetingId = "meeting-1", MeetingType = MeetingType.ReviewConference, At = Morning.AddDays(18), Invited = Invited, Parts = Child() };

    private static MeetingRecorded Held() => new()
    {
        NoticeId = "held-1",
        MeetingId = "meeting-1",
        MeetingType = MeetingType.ReviewConference,
        HeldOn = new(2026, 12, 8),
        Parts = Child(),
        Invited = [new() { Post = Invited[0], Attended = true, Reported = true }, new() { Post = Invited[1], Attended = false, Reported = false }, new() { Post = Invited[2], Attended = true }],
    };

    private static InformationRequested Question() => new()
    {
        NoticeId = "question-1",
        Asked = "ods/Z99999#gp-safeguarding-lead",
        RespondBy = Morning.AddDays(4),
        Parts = Child() with { Incident = new() { ObservedOn = new(2026, 11, 19), Facts = "An assessment has begun.", ActionRequested = "Please tell us of missed appointments." } },
    };

    private static async Task TellAsync<T>(RoutingFixture routing, T data, int n = 1)
    {
        var receipt = await routing.SendAsync(Care, From(data, n, source: Cumberland));
        Assert.Equal(ReceiptOutcome.Accepted, receipt!.Outcome);
        await routing.DrainAsync();
    }

    private static async Task HouseAsync(RoutingFixture routing)
    {
        await routing.DrainAsync();
        routing.Clock.Advance(TimeSpan.FromDays(5));
        await routing.Service.KeepHouseAsync();
        await routing.DrainAsync();
    }

    private static IReadOnlyList<string> Counted(RoutingFixture routing, string series) =>
        [.. routing.Store.Read(scope => BoardFigures.Of(scope, new(2026, 11, 1), new(2026, 12, 31), routing.Clock.GetUtcNow())).Where(figure => figure.Series == series).Select(figure => $"{figure.Series} {figure.Of} {figure.What}")];

    private static IReadOnlyList<string> Told(RoutingFixture routing) =>
        [.. routing.Read[Care].Select(message => message.Data).OfType<SharingWithheld>().SelectMany(notice => notice.Withheld).Select(one => one.Code)];
}
