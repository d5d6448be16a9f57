using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Tests.Outside;
using Xunit;
using static InfoShare.Tests.Education.CtfSample;

namespace InfoShare.Tests.Education;

public sealed class CtfInputsTests
{
    [Fact]
    public void The_shared_leaver_of_unknown_destination_is_read()
    {
        var path = Inputs.Require("own", "9429998_CTF_XXXXXXX_001.xml");

        var move = Move(System.IO.File.ReadAllText(path), Context(Path.GetFileName(path)));

        Assert.Equal((MoveType.UnknownWhereabouts, new DateOnly(2026, 11, 19), "E06000063", null), (move.MoveType, move.EffectiveDate, move.FromArea, move.ToArea));
        Assert.Equal(["Rob", "Robin Sample"], move.Parts.Identity!.Names.Select(n => string.Join(' ', n.Given)));
        Assert.All(move.Parts.Identity.Identifiers, i => Assert.Equal(IdentifierStatus.Present, i.Status));
        Assert.Equal("12 Invented Row, Nowhere, CA99 9ZZ", string.Join(", ", move.Parts.Address!.Addresses.SelectMany(a => a.Lines.Append(a.Postcode))));
        Assert.Equal("code PAM", Assert.Single(move.Parts.Household!.Adults).Relationship);
        Assert.Null(move.Parts.Plan);
        Assert.Equal(["Header/SourceSchool/URN"], move.Marks.Select(m => m.Field));
    }
}
