using System.Collections.Frozen;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Police.Notifications;

/// <summary>What must be right for a notice to be used at all.</summary>
/// <param name="Id">The force's reference of the notice, the same for each of its versions.</param>
/// <param name="From">The force that speaks.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="Withdrawal">Why the notice is taken back; null when it is not.</param>
internal sealed record NoticeHeader(string Id, OrganisationSource From, DateTimeOffset SentAt, WithdrawalReason? Withdrawal)
{
    private const string Format = "infoshare.police.child-notification";
    private const string MajorVersion = "1.";

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromDays(1);

    private static readonly FrozenDictionary<string, WithdrawalReason> Reasons = new Dictionary<string, WithdrawalReason>
    {
        ["wrong-child"] = WithdrawalReason.WrongChild,
        ["sent-in-error"] = WithdrawalReason.SentInError,
        ["duplicate"] = WithdrawalReason.Duplicate,
        ["unfounded"] = WithdrawalReason.Unfounded,
    }.ToFrozenDictionary();

    /// <summary>The header, or everything that stops the notice.</summary>
    public static ReadResult<NoticeHeader> Read(NoticeFields notice, TranslationContext context)
    {
        var (id, sentAt, from, status) = (notice.Text("notificationId", NoticeLimits.Reference), notice.Instant("sentAt"), Force(notice, context), notice.Text("status"));
        List<FieldProblem> problems = [];
        Require("format", (notice.Text("format") ?? Format) is Format, $"must be {Format}");
        Require("formatVersion", notice.Text("formatVersion")?.StartsWith(MajorVersion, StringComparison.Ordinal) is true, "must be a version 1, such as 1.0");
        Require("notificationId", id is not null, $"is required, with at most {NoticeLimits.Reference} characters");
        Require("sentAt", sentAt <= context.At + ClockTolerance, "is required: a date and time with Z or an offset, and not in the future");
        Require("force.forceCode", from is not null, "must be the two-digit code of a force that this participant speaks for");
        Require("status", status is null or "new" or "correction" or "withdrawal", "must be new, correction or withdrawal");
        return problems is [] ? ReadResult.Ok(new NoticeHeader(id!, from!, sentAt!.Value, Reason(notice, status))) : ReadResult.Bad<NoticeHeader>(problems);

        void Require(string field, bool holds, string problem)
        {
            if (!holds)
                problems.Add(new(field, problem));
        }
    }

    /// <summary>The force that the notice names; where it names none, the participant's first.</summary>
    private static OrganisationSource? Force(NoticeFields notice, TranslationContext context) =>
        notice.Block("force").Text("forceCode") is { } code
            ? context.Organisations.FirstOrDefault(o => o.Scheme is "police" && o.Code == code)
            : context.Organisations[0];

    private static WithdrawalReason? Reason(NoticeFields notice, string? status) => status is not "withdrawal"
        ? null
        : Reasons.GetValueOrDefault(notice.Text("withdrawalReason") ?? "", WithdrawalReason.SentInError);
}
