using System.Text.Json.Serialization;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.PickUp;

/// <summary>
/// What came of a file, or of as much of it as is in the spool; decided before the file is moved, so that a crash in between
/// ends the same way.
/// </summary>
/// <param name="Suffix">Makes a reused name unique: 1 is none, 2 is <c>-2</c> before the extension.</param>
/// <param name="Summary">Of a readable file; null: the file goes to quarantine.</param>
/// <param name="Reasons">Of the records of the last commit, one per bad record; or one for the whole file.</param>
/// <param name="At">When it was begun, UTC: the rest is read as of then, too.</param>
/// <param name="ReasonsBefore">How many reasons there were in earlier commits.</param>
/// <param name="More">Not all of its records are in the spool yet.</param>
internal sealed record FileOutcome(
    int Suffix, FileSummary? Summary, IReadOnlyList<RecordReason> Reasons, DateTimeOffset At = default, int ReasonsBefore = 0, bool More = false);

/// <summary>Counts of one file: <c>done/&lt;name&gt;.summary.json</c>.</summary>
/// <param name="Records">Records read.</param>
/// <param name="Messages">Messages that are now in the spool.</param>
/// <param name="NothingToSend">Records of which nothing is sent.</param>
/// <param name="Quarantined">Records that could not be used; each has a reason.</param>
/// <param name="Because">Why nothing is sent, counted.</param>
/// <param name="Sent">The first thousand of the messages, by which answers and notices of what was withheld are recognised.</param>
public sealed record FileSummary(
    int Records, int Messages, int NothingToSend, int Quarantined, IReadOnlyDictionary<string, int> Because, IReadOnlyList<SentRecord>? Sent = null)
{
    /// <summary>Listed at the most.</summary>
    public const int MostSent = 1_000;
}

/// <summary>A message that came of a record.</summary>
/// <param name="Place">The record's place in the file.</param>
/// <param name="Message">The message's id: <c>messageId</c> of what tells of it.</param>
/// <param name="About">The concern, move, notice and so on: <c>about</c> of every delivery and answer that has to do with it.</param>
public sealed record SentRecord(string Place, string Message, string About);

/// <summary>Why one record, or a file, could not be used: <c>quarantine/&lt;name&gt;.&lt;n&gt;.reason.json</c>. Never a personal value.</summary>
/// <param name="Record">The record's number in the file from 1; 0 for the whole file.</param>
/// <param name="Place">Where in the file.</param>
/// <param name="Problems">The fields and what is required of them.</param>
public sealed record RecordReason(int Record, string Place, IReadOnlyList<Problem> Problems);

/// <summary>One problem of a record.</summary>
/// <param name="Field">The field in the file's own words; empty for the whole.</param>
/// <param name="What">What is required of it.</param>
public sealed record Problem(string Field, [property: JsonPropertyName("problem")] string What)
{
    /// <summary>The same problem, as files show it.</summary>
    public static Problem Of(FieldProblem problem) => new(problem.Field, problem.Problem);
}
