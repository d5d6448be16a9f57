using System.Xml.Linq;
using InfoShare.Adapters.Education.Pupils;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Education.Ctf;

/// <summary>
/// What is read of a pupil. Ethnicity, languages, meals, health, special needs, assessments, telephone numbers and contacts
/// who live elsewhere are not: nobody needs them to know that a child has moved.
/// </summary>
/// <param name="Key">What the school's exports know the pupil by; null when there is nothing.</param>
/// <param name="Identity">Who it is.</param>
/// <param name="Address">The address in the school's record.</param>
/// <param name="Household">Contacts who live with the pupil.</param>
/// <param name="Care">Of a looked-after child.</param>
/// <param name="Leaving">Null when the pupil is not leaving.</param>
/// <param name="Marks">What was dropped.</param>
internal sealed record CtfPupil(
    string? Key, IdentityPart Identity, AddressPart? Address, HouseholdPart? Household, CtfCare? Care, CtfLeaving? Leaving, IReadOnlyList<Mark> Marks)
{
    public static CtfPupil Read(XElement element, CtfSchool source, DateOnly asOf)
    {
        var marks = new List<Mark>();
        var fields = new CtfFields(element, "", marks);
        var identity = CtfIdentity.Read(fields, asOf);
        return new(
            PupilKey.Of(identity),
            identity,
            CtfAddress.Read(fields),
            CtfHousehold.Read(fields),
            CtfCare.Read(fields),
            // Read apart: what is odd about a school of years ago is no mark on the move.
            CtfLeaving.Read(new CtfFields(element, "", []), source),
            marks);
    }
}
