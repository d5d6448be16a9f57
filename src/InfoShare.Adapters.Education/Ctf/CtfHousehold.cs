using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Education.Ctf;

/// <summary>The contacts who live with the pupil. Others of the school's contacts, and all telephone numbers, are not needed for a move.</summary>
internal static class CtfHousehold
{
    private const int MostAdults = 30;
    private const int LongestRelationship = 80;

    public static HouseholdPart? Read(CtfFields pupil)
    {
        var adults = pupil.Block("Contacts").Each("Contact")
            .Where(contact => contact.Block("Address").Flag("AddressAsPupil") is true)
            .Take(MostAdults)
            .Select(Adult)
            .ToList();
        return adults.Count == 0 ? null : new() { Adults = adults };
    }

    /// <summary>The relationship is a code of the DfE's common basic data set, whose list is not public: it is passed on as it is.</summary>
    private static Person Adult(CtfFields contact)
    {
        var (surname, forename) = (contact.Text("Surname", 100), contact.Text("Forename", 100));
        return new()
        {
            Name = surname is null && forename is null ? null : new() { Family = surname, Given = forename is null ? [] : [forename] },
            Relationship = contact.Text("Relationship", LongestRelationship) is { } code ? $"code {code}" : "unknown",
        };
    }
}
