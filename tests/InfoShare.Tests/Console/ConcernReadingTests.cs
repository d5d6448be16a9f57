using InfoShare.Console.Inboxes;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using Xunit;

namespace InfoShare.Tests.Console;

/// <summary>What becomes of a form on which a concern is raised.</summary>
public sealed class ConcernReadingTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly ConcernForm Filled = new()
    {
        Reference = new string('a', 32),
        Given = "Robin",
        Family = "Testperson",
        BornDay = "14",
        BornMonth = "5",
        BornYear = "2016",
        Facts = "Invented facts.",
        Level = ConcernWords.UnknownLevel,
        Agreement = ConcernWords.Agreed,
        Reach = "01632 960001",
    };

    [Fact]
    public void A_filled_in_form_is_what_was_said_of_agreement_and_then_the_concern()
    {
        Assert.Empty(ConcernReading.ProblemsOf(Filled, Today));

        var (agreement, concern) = Read(Filled);

        Assert.Equal((ConsentAnswer.Given, AgreementTo.Share), (agreement.Answer, agreement.AgreementTo));
        Assert.Null(concern.LevelOfNeed);
        Assert.Equal((new DateOnly(2016, 5, 14), "999998", "designated-safeguarding-lead"), (concern.Parts.Identity!.DateOfBirth, concern.Parts.Education!.SchoolUrn, concern.Parts.Contact!.Role));
        Assert.Empty(FieldLimits.Check(concern, "data"));
        Assert.Equal(agreement.Parts.Identity, concern.Parts.Identity);
    }

    [Fact]
    public void What_is_missing_is_named_by_its_field_in_the_order_of_the_page() => Assert.Equal(
        [nameof(ConcernForm.Given), nameof(ConcernForm.Facts), nameof(ConcernForm.Level), nameof(ConcernForm.Agreement), nameof(ConcernForm.Reach)],
        ConcernReading.ProblemsOf(new(), Today).Select(problem => problem.Field));

    [Theory]
    [InlineData("31", "2", "2016", "BornDay")]
    [InlineData("21", "11", "2026", "BornDay")]
    [InlineData("1", "", "2016", "BornDay")]
    [InlineData("x", "2", "2016", "BornDay")]
    [InlineData("20", "11", "2000", "BornDay")] // 26 today
    public void A_day_that_is_none_has_not_come_or_is_an_adults_is_a_problem_of_its_field(string day, string month, string year, string field) =>
        Assert.Equal(field, Assert.Single(ConcernReading.ProblemsOf(Filled with { BornDay = day, BornMonth = month, BornYear = year }, Today)).Field);

    [Fact]
    public void A_young_person_of_25_may_be_named() => Assert.Empty(ConcernReading.ProblemsOf(Filled with { BornDay = "21", BornMonth = "11", BornYear = "2000" }, Today));

    [Fact]
    public void No_problem_repeats_what_was_written()
    {
        const string Secret = "zq-secret";
        var form = Filled with { NhsNumber = Secret, Upn = Secret, BornDay = Secret, SeenDay = Secret, Level = Secret, Informed = Secret, Agreement = Secret };

        var problems = ConcernReading.ProblemsOf(form, Today);

        Assert.Equal(7, problems.Count);
        Assert.DoesNotContain(problems, problem => problem.Problem.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public void Who_did_not_ask_for_agreement_says_why()
    {
        var form = Filled with { Agreement = ConcernWords.NotAsked };
        Assert.Equal(nameof(ConcernForm.AgreementWhy), Assert.Single(ConcernReading.ProblemsOf(form, Today)).Field);

        var (agreement, _) = Read(form with { AgreementWhy = "It was not safe." });

        Assert.Equal((ConsentAnswer.NotSought, "It was not safe."), (agreement.Answer, agreement.Reason));
    }

    [Fact]
    public void A_mistyped_number_is_doubted_and_stops_nothing()
    {
        var form = Filled with { NhsNumber = "944 930 5553" };

        Assert.Empty(ConcernReading.ProblemsOf(form, Today));
        Assert.Single(ConcernReading.DoubtsOf(form));
        Assert.Empty(ConcernReading.DoubtsOf(form with { NhsNumber = "944 930 5552" }));
    }

    [Fact]
    public void Where_nothing_tells_one_child_from_another_the_two_messages_share_a_number_of_their_own()
    {
        var (agreement, concern) = Read(Filled with { BornDay = null, BornMonth = null, BornYear = null });

        var number = Assert.Single(concern.Parts.Identity!.Identifiers);
        Assert.Equal(IdentifierSystem.Local, number.System);
        Assert.Equal(agreement.Parts.Identity!.Identifiers, concern.Parts.Identity.Identifiers);
        Assert.Empty(Read(Filled).Concern.Parts.Identity!.Identifiers);
    }

    [Fact]
    public void A_restricted_address_is_told_even_where_the_address_is_not()
    {
        var (_, concern) = Read(Filled with { Restricted = true });

        Assert.True(concern.Parts.Address!.Restricted);
        Assert.Empty(concern.Parts.Address.Addresses);
    }

    [Theory]
    [InlineData("data.parts.identity.names[0].family", nameof(ConcernForm.Family))]
    [InlineData("message 2: data.parts.address.addresses[0].postcode", nameof(ConcernForm.Postcode))]
    [InlineData("data.parts.incident.facts", nameof(ConcernForm.Facts))]
    [InlineData("data.reason", nameof(ConcernForm.AgreementWhy))]
    [InlineData("source", "")]
    public void A_problem_of_the_message_leads_to_the_field_of_the_form(string path, string field) => Assert.Equal(field, ConcernWords.FieldOf(path));

    private static (ConsentRecorded Agreement, ConcernRaised Concern) Read(ConcernForm form)
    {
        var read = ConcernReading.Read(form, "urn/999998", Roles.DesignatedSafeguardingLead, "reference-of-a-test", Today);
        return ((ConsentRecorded)read[0], (ConcernRaised)read[1]);
    }
}
