using System.Text.RegularExpressions;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Police.Notifications;

/// <summary>
/// How the notice may be handled, and its grading. Source: College of Policing 3x5x2: source 1 to 3, assessment A to E,
/// handling P or C. Whatever is not clearly P is treated as C, and C without conditions goes to the named officer alone.
/// </summary>
internal static partial class NoticeHandling
{
    private const string Scheme = "3x5x2";
    private const int LongestScheme = 10;
    private const int LongestConditions = 1_000;
    private const int MostRecipients = 20;

    private static readonly string[] Sources = ["1", "2", "3"];
    private static readonly string[] Assessments = ["A", "B", "C", "D", "E"];

    /// <summary>Null when the notice says nothing about it: lawful sharing is permitted.</summary>
    public static Handling? Read(NoticeFields handling)
    {
        var sharing = handling.Text("sharing");
        var conditions = handling.Text("conditions", LongestConditions);
        var recipients = handling.Texts("namedRecipients", MostRecipients).Where(name => IsRecipient(name, handling)).ToList();
        if (sharing is null && conditions is null)
            return null;
        if (!IsOurs(SchemeOf(handling)))
            return Marked("scheme", "must be 3x5x2; under another scheme the codes mean something else");
        if (sharing is "P" && conditions is null)
            return new() { Code = HandlingCode.P };
        if (sharing is "C" && conditions is null)
            return Marked("conditions", "is required with C");
        if (sharing is not "C")
            handling.Mark("sharing", "must be P without conditions, or C with them; counted as C");
        return new() { Code = HandlingCode.C, Conditions = conditions, NamedRecipients = recipients };

        Handling Marked(string name, string problem)
        {
            handling.Mark(name, $"{problem}; only the named officer gets the notice");
            return new() { Code = HandlingCode.C };
        }
    }

    /// <summary>The grading, always with the name of its scheme, and what is told as intelligence.</summary>
    public static IntelligencePart? Intelligence(NoticeFields notice, NoticeFields handling)
    {
        var ours = IsOurs(SchemeOf(handling));
        var part = new IntelligencePart
        {
            Scheme = SchemeOf(handling),
            SourceEvaluation = ours ? handling.Code("sourceEvaluation", Sources, "must be 1, 2 or 3") : null,
            Assessment = ours ? handling.Code("informationAssessment", Assessments, "must be A, B, C, D or E") : null,
            Notes = notice.Words("intelligence"),
        };
        return part is { SourceEvaluation: null, Assessment: null, Notes: null } ? null : part;
    }

    private static string SchemeOf(NoticeFields handling) => handling.Words("scheme") switch
    {
        null => Scheme,
        { Length: <= LongestScheme } named => named,
        _ => "other",
    };

    private static bool IsOurs(string scheme) => scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase);

    private static bool IsRecipient(string name, NoticeFields handling)
    {
        if (Recipient().IsMatch(name))
            return true;
        handling.Mark("namedRecipients", "must have the form la/E06000063#named-officer");
        return false;
    }

    [GeneratedRegex("^(urn|ods|police|la)/[A-Za-z0-9]{1,20}#[a-z-]{1,60}$", RegexOptions.NonBacktracking)]
    private static partial Regex Recipient();
}
