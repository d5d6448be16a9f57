using System.Text;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Tests.Adapters;

/// <summary>Canonical messages about fictional children.</summary>
internal static class Canonical
{
    public static readonly DateTimeOffset Time = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    public static string Concern(
        string concernId = "C-1", int? level = 2, string facts = "seen hungry on Monday", string child = "pupil-1", string? id = null,
        OrganisationSource? from = null, string[]? linked = null) =>
        Message(Data(concernId, level, facts, child, linked), id, from);

    public static ConcernRaised Data(string concernId = "C-1", int? level = 2, string facts = "seen hungry on Monday", string child = "pupil-1", string[]? linked = null) => new()
    {
        ConcernId = concernId,
        LevelOfNeed = level,
        LinkedConcerns = linked ?? [],
        Parts = Parts(child) with { Incident = new() { Facts = facts } },
    };

    public static string Withdrawal(string concernId = "C-1", string? id = null) =>
        Message(new ConcernWithdrawn { ConcernId = concernId, Reason = WithdrawalReason.SentInError }, id);

    public static string Move(string moveId = "M-1", string to = "E06000063", string child = "pupil-1", bool restricted = false) => Message(new ChildMovedArea
    {
        MoveId = moveId,
        MoveType = MoveType.Permanent,
        DetectedBy = MoveSignal.Address,
        ToArea = to,
        Parts = Parts(child) with { Address = new() { Restricted = restricted ? true : null, Addresses = [new() { Postcode = "CA99 9ZZ" }] } },
    });

    public static string Notice(string noticeId = "N-1", string planId = "PLAN-1", string child = "pupil-1") => Message(new PlanChanged
    {
        NoticeId = noticeId,
        PlanId = planId,
        Parts = Parts(child) with { Plan = new() { Plans = [new() { Type = PlanType.ChildInNeed, Change = PlanChange.Opened }] } },
    });

    public static string NoticeWithdrawal(string noticeId = "N-1") => Message(new NoticeWithdrawn { NoticeId = noticeId, Reason = WithdrawalReason.WrongChild });

    public static string Consent(string consentId = "K-1") => Message(new ConsentRecorded
    {
        ConsentId = consentId,
        AgreementTo = AgreementTo.Share,
        Answer = ConsentAnswer.Given,
        GivenBy = ConsentGivenBy.Parent,
        ValidFrom = Time,
        Parts = Parts("pupil-1"),
    });

    public static string ConsentWithdrawal(string consentId = "K-1") => Message(new ConsentWithdrawn
    {
        ConsentId = consentId,
        WithdrawnAt = Time,
        WithdrawnBy = ConsentGivenBy.Parent,
        Parts = Parts("pupil-1"),
    });

    public static MessageParts Parts(string child) => new()
    {
        Identity = new()
        {
            Identifiers = [new() { System = IdentifierSystem.Local, Value = child }],
            Names = [new() { Family = "Testperson", Given = ["Robin"] }],
            DateOfBirth = new(2015, 3, 4),
        },
    };

    public static string Message<T>(T data, string? id = null, OrganisationSource? from = null) where T : class => Encoding.UTF8.GetString(WireWriter.Write(new Envelope<T>
    {
        SpecVersion = "1.0",
        Id = id ?? Guid.NewGuid().ToString("n"),
        Source = (from ?? AgencyUnderTest.School).Uri,
        Type = MessageTypes.All.Single(t => t.Data == data.GetType()).CloudEventType,
        Time = Time,
        Data = data,
    }));

    public static string List(params IEnumerable<string> messages) => $"[{string.Join(",\n", messages)}]";
}
