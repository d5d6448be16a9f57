using System.Collections.Frozen;

namespace InfoShare.Adapters.Education.Attendance;

/// <summary>What a register code counts as.</summary>
internal enum RegisterClass
{
    /// <summary>Present, late before the register closed, or at an approved activity elsewhere.</summary>
    Attended = 1,

    Authorised,
    Unauthorised,

    /// <summary>No session that this pupil could attend.</summary>
    NotPossible,
}

/// <summary>
/// Register codes in law since 19 August 2024. Source: The School Attendance (Pupil Registration) (England) Regulations
/// 2024, S.I. 2024/208, regulation 10; classes as school systems count them. H, F, J and Y are retired, and still in old exports.
/// </summary>
internal static class Register
{
    private static readonly FrozenDictionary<string, RegisterClass> Classes = new (RegisterClass Class, string Codes)[]
    {
        (RegisterClass.Attended, @"/ \ L K V P W B J"),
        (RegisterClass.Authorised, "C1 M J1 S C2 C T R I E H F"),
        (RegisterClass.Unauthorised, "G N O U"),
        (RegisterClass.NotPossible, "D X Q Y1 Y2 Y3 Y4 Y5 Y6 Y7 Z # Y"),
    }.SelectMany(row => row.Codes.Split(' '), (row, code) => (row.Class, Code: code)).ToFrozenDictionary(c => c.Code, c => c.Class);

    /// <summary>Late, before the register closed: within attended.</summary>
    public const string Late = "L";

    /// <summary>The class of a code in either case; null for a mark of a school's own.</summary>
    public static RegisterClass? ClassOf(string code) => Classes.TryGetValue(code.ToUpperInvariant(), out var found) ? found : null;
}
