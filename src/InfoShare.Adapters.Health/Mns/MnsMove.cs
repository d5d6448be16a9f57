using InfoShare.Adapters.Health.Children;
using InfoShare.Contracts.Moves;

namespace InfoShare.Adapters.Health.Mns;

/// <summary>Writes a change of practice as a possible move: another practice, and no word of where to.</summary>
internal static class MnsMove
{
    private const string Immigrant = "4";

    public static ChildMovedArea Of(MnsSignal signal, MnsPerson person, bool asked, string id) => new()
    {
        MoveId = Keys.Bounded($"{person.Key}|practice|signal|{id}"),
        MoveType = MoveType.GpOnly,
        DetectedBy = MoveSignal.GpRegistration,
        Parts = new()
        {
            Identity = person.Identity,
            Address = person.Address,
            Medical = new() { GpPractice = Practice(signal), Notes = Notes(signal, asked) },
        },
        Marks = signal.Marks.All,
    };

    private static string Notes(MnsSignal signal, bool asked) =>
        asked ? "Has asked to register with another GP practice. Whether the home changed is not told: look in PDS."
        : signal.Registration == Immigrant ? "Came to the UK and registered with a GP practice. Whether the home changed is not told: look in PDS."
        : "Registered with another GP practice. Whether the home changed is not told: look in PDS.";

    private static string? Practice(MnsSignal signal)
    {
        if (signal.Practice is not { } given)
            return null;
        if (given.AsText()?.ToUpperInvariant() is { Length: >= 3 and <= 10 } ods && ods.All(char.IsAsciiLetterOrDigit))
            return ods;
        signal.Marks.Add(given.Path, "must be an ODS code of 3 to 10 letters and digits");
        return null;
    }
}
