using InfoShare.Contracts.Moves;
using Xunit;
using static InfoShare.Tests.Health.Bundles;
using static InfoShare.Tests.Health.Reading;

namespace InfoShare.Tests.Health;

public sealed class MoveTests
{
    private const string Old = """{"use":"old","line":["12 Invented Row"],"postalCode":"CA99 9ZZ","period":{"end":"2026-11-15"}}""";

    private static string Home(string start = "2026-11-15", string line = "3 Imaginary Lane", string postcode = "IP99 9ZZ") =>
        $$"""{"use":"home","line":["{{line}}"],"postalCode":"{{postcode}}","period":{"start":"{{start}}"} }""";

    private static string At(params string[] addresses) => Patient.Set("address", $"[{string.Join(',', addresses)}]");

    private static ChildMovedArea Move(params string[] resources) => Assert.IsType<ChildMovedArea>(Assert.Single(Drafts(resources)).Data);

    [Fact]
    public void A_new_home_after_an_old_one_is_a_move_with_the_new_address_first()
    {
        var move = Move(At(Old, Home()));

        Assert.Equal((MoveType.Permanent, MoveSignal.Address), (move.MoveType, move.DetectedBy));
        Assert.Equal(["IP99 9ZZ", "CA99 9ZZ"], move.Parts.Address!.Addresses.Select(a => a.Postcode));
    }

    [Fact]
    public void A_home_from_a_day_to_come_is_planned() => Assert.Equal(MoveType.Planned, Move(At(Old, Home("2026-12-01"))).MoveType);

    [Fact]
    public void The_same_place_written_otherwise_is_no_move() =>
        Assert.Equal("nothing about a concern, a move or an agreement", NothingToSend(At(Old, Home(line: "12 INVENTED  ROW", postcode: "ca999zz"))));

    [Fact]
    public void An_old_address_without_its_end_counts_only_if_it_began_before()
    {
        Assert.Equal(MoveSignal.Address, Move(At(Old.Set("period", """{"start":"2019-01-01"}"""), Home())).DetectedBy);
        NothingToSend(At(Old.Set("period", """{"start":"2026-11-16"}"""), Home()));
        NothingToSend(At(Old.Set("period", null), Home()));
    }

    [Fact]
    public void A_home_alone_or_one_without_a_start_is_no_move()
    {
        NothingToSend(At(Home()));
        NothingToSend(At(Old, Home().Set("period", null)));
    }

    [Fact]
    public void An_adults_move_is_nothing_to_send() => Assert.Equal("an adult", NothingToSend(At(Old, Home()).Set("birthDate", "\"1990-01-01\"")));

    [Fact]
    public void Another_practice_is_a_move_where_the_care_of_the_first_is_finished()
    {
        var patient = Patient.Set("generalPractitioner", """[{"identifier":{"system":"https://fhir.nhs.uk/Id/ods-organization-code","value":"Z99991"}},{"identifier":{"system":"https://fhir.nhs.uk/Id/ods-organization-code","value":"Z99992"}}]""");
        const string Finished = """{"resourceType":"EpisodeOfCare","status":"finished","patient":{"reference":"Patient/p1"},"managingOrganization":{"identifier":{"system":"https://fhir.nhs.uk/Id/ods-organization-code","value":"Z99991"}},"period":{"end":"2026-11-01"}}""";

        var move = Move(patient, Finished);

        Assert.Equal((MoveType.GpOnly, MoveSignal.GpRegistration, new DateOnly(2026, 11, 1)), (move.MoveType, move.DetectedBy, move.EffectiveDate!.Value));
        Assert.Equal("Z99992", move.Parts.Medical!.GpPractice);
        NothingToSend(patient);
        NothingToSend(patient, Finished.Set("status", "\"active\""));
    }

    [Fact]
    public void Another_practice_is_a_move_where_the_first_registration_has_an_end()
    {
        var move = Move(Patient.Set("generalPractitioner", """
            [{"identifier":{"system":"https://fhir.nhs.uk/Id/ods-organization-code","value":"Z99991","period":{"end":"2026-10-31"}}},
             {"identifier":{"system":"https://fhir.nhs.uk/Id/ods-organization-code","value":"Z99992","period":{"start":"2026-11-01"}}}]
            """));

        Assert.Equal(("Z99992", new DateOnly(2026, 11, 1)), (move.Parts.Medical!.GpPractice, move.EffectiveDate!.Value));
    }
}
