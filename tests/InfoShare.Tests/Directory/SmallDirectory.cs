using InfoShare.Directory;
using Xunit;

namespace InfoShare.Tests.Directory;

/// <summary>A small good file, to be spoilt in one place. All fictional but for public codes.</summary>
internal static class SmallDirectory
{
    public const string Yaml = """
        participants:
          - id: social-care-suffolk
            kind: social-care
            organisations: [la/E10000029]
            defaultFrontDoor: la/E10000029
          - id: police-suffolk
            kind: police
            organisations:
              - police/37
            defaultFrontDoor: la/E10000029
        organisations:
          - id: la/E10000029
            kind: social-care
            name: Suffolk children's services
            areas: [E10000029]
          - id: police/37
            kind: police
            name: Suffolk Constabulary
            areas: [E10000029]
        teams:
          - id: la/E10000029/heath
            organisation: la/E10000029
            name: Sample Heath Team
            areas: [E10000029]
        posts:
          - id: la/E10000029#front-door
            role: children-services-front-door
            organisation: la/E10000029
            contact: 01632 960001
            hours: mon-fri 08:30-17:00
            deputy: la/E10000029#officer
            grants: [see-address]
          - id: la/E10000029#lado
            role: local-authority-designated-officer
            organisation: la/E10000029
            contact: 01632 960002
            hours: mon-fri 09:00-17:00
            fallback: la/E10000029#officer
          - id: la/E10000029#officer
            role: named-officer
            organisation: la/E10000029
            contact: 01632 960003
            hours: always
            fallback: la/E10000029#front-door
          - id: la/E10000029#allocated
            role: allocated-team
            organisation: la/E10000029
            team: la/E10000029/heath
            contact: 01632 960004
            hours: mon-thu 09:00-17:00
          - id: police/37#officer
            role: named-officer
            organisation: police/37
            contact: 01632 960005
            hours: tue 09:00-17:00
            deputy: la/E10000029#officer

        """;

    /// <summary>The file with the one place that holds <paramref name="old"/> changed.</summary>
    public static string With(string old, string @new)
    {
        Assert.Equal(2, Yaml.Split(old).Length);
        return Yaml.Replace(old, @new, StringComparison.Ordinal);
    }

    public static SharingDirectory Read(string yaml)
    {
        var reading = DirectoryFile.Read(yaml);
        Assert.Empty(reading.Problems);
        return Assert.IsType<SharingDirectory>(reading.Directory);
    }
}
