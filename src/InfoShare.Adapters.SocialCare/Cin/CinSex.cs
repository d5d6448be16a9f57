using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>
/// Sex, from <c>Sex</c> (2024-25 on: F, M, U) or from <c>GenderCurrent</c> (before: 0 not recorded or unborn, 1 male,
/// 2 female, 9 indeterminate). The codes of one in the other's field are read, and marked.
/// </summary>
internal static class CinSex
{
    public static Sex? Read(CinFields identifiers) => Of("Sex", "F, M or U", ofNumbers: false, identifiers)
        ?? Of("GenderCurrent", "0, 1, 2 or 9", ofNumbers: true, identifiers);

    private static Sex? Of(string name, string list, bool ofNumbers, CinFields fields)
    {
        if (fields.Text(name) is not { } code)
            return null;
        var sex = Letter(code) ?? Number(code);
        if (sex is null || (ofNumbers ? Number(code) : Letter(code)) is null)
            fields.Mark(name, $"must be {list}");
        return sex;
    }

    private static Sex? Letter(string code) => code switch { "F" => Sex.Female, "M" => Sex.Male, "U" => Sex.Unknown, _ => null };

    private static Sex? Number(string code) => code switch { "1" => Sex.Male, "2" => Sex.Female, "0" or "9" => Sex.Unknown, _ => null };
}
