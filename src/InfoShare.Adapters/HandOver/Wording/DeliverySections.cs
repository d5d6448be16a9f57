using InfoShare.Contracts.Deliveries;
using static InfoShare.Adapters.HandOver.Wording.DeliveryWords;

namespace InfoShare.Adapters.HandOver.Wording;

/// <summary>What a delivery says besides its parts.</summary>
public static class DeliverySections
{
    /// <summary>What kind of delivery it is, from whom, how urgent; the move; the answer.</summary>
    public static IEnumerable<Section> Opening(Delivery delivery) =>
        new[] { About(delivery), Move(delivery.Move), Transfer(delivery.Transfer), Meeting(delivery.Meeting), Due(delivery.Due), Answer(delivery.Answer) }.OfType<Section>();

    /// <summary>What was kept back, and on which grounds the rest is shown.</summary>
    public static IEnumerable<Section> Closing(Delivery delivery) =>
        new[] { Withheld(delivery), Grounds(delivery) }.OfType<Section>();

    private static Section? About(Delivery d) => d.Kind switch
    {
        DeliveryKind.Notice => Section.Of(
            "Notice", Line.Of("Something that you were told about earlier has changed. You are not permitted the new content."), From(d)),
        DeliveryKind.Answer => Section.Of("Answer", From(d)),
        DeliveryKind.Reminder => Section.Of("Reminder", Line.Of("An answer is owed about something that you were sent."), From(d)),
        _ => Section.Of(
            d.Kind == DeliveryKind.Correction ? "Correction: this replaces what you were sent before" : "About this message",
            From(d),
            Line.Of("It tells", NoticeWords.Of(d.MessageType)),
            d.Move is null && d.Transfer is null && NoticeWords.Of(d.MessageType) is null ? Line.Of("Level of need", Level(d.LevelOfNeed)) : null,
            d.ImmediateDanger ? Line.Of("A child is in danger now.") : null,
            Line.Of("Not told, ask", List(d.Gaps.Select(gap => Code(gap)))),
            Line.Of("Answer needed by", d.RespondBy is { } by ? Time(by) : null)),
    };

    private static Line? From(Delivery d) => Line.Of("From", Agency(d.From));

    private static Section? Move(MoveSummary? move) => move is null ? null : Section.Of(
        "Move",
        [
            Line.Of("Kind", Code(move.MoveType)),
            Line.Of("First day in the new place", move.EffectiveDate is { } day ? Day(day) : null),
            Line.Of("Area left", move.FromArea),
            Line.Of("New area", move.ToArea),
            Line.Of("Responsibility is held by", move.ResponsibilityHeldBy),
            Line.Of("Known as", move.Move),
            .. move.Evidence.Select(told => Line.Of("Shown by", List(Code(told.Signal), Agency(told.From), Day(told.On)))),
        ]);

    private static Section? Transfer(TransferSummary? transfer) => transfer is null ? null : Section.Of(
        "You are asked to take this child over. Until you have, the other side stays responsible",
        [
            Line.Of("What is to pass", Code(transfer.Kind)),
            Line.Of("Area left", transfer.FromArea),
            Line.Of("Your area", transfer.ToArea),
            Line.Of("First day in the new place", transfer.EffectiveDate is { } day ? Day(day) : null),
            Line.Of("Conference to be held by", transfer.ConferenceBy is { } by ? Time(by) : null),
            .. transfer.Pack.Select(item => Line.Of($"Pack, {Code(item.Item)}", List(Code(item.State), item.On is { } on ? Day(on) : null))),
            Line.Of("Pack, nothing is said of", List(transfer.Missing.Select(item => Code(item)))),
        ]);

    private static Section? Meeting(MeetingSummary? meeting) => meeting is null ? null : Section.Of(
        "Meeting",
        Line.Of("Kind", Code(meeting.MeetingType)),
        Line.Of("Begins", meeting.At is { } at ? Time(at) : null),
        Line.Of("Was held on", meeting.HeldOn is { } on ? Day(on) : null),
        Line.Of("You came", meeting.Attended switch { true => "yes", false => "no", null => null }));

    private static Section? Due(AnswerDue? due) => due is null ? null : Section.Of(
        due.IsOverdue ? "Overdue: the sender was told that no answer came" : "Answer owed",
        Line.Of("What is owed", Code(due.Owed)),
        Line.Of("By", Time(due.By)),
        Line.Of("Clock", due.Clock),
        Line.Of("About the delivery", due.DeliveryId));

    private static Section? Answer(AnswerSummary? answer) => answer is null ? null : Section.Of(
        "What was answered",
        Line.Of("By", $"{answer.Role}, {Agency(answer.By)}"),
        Line.Of("At", Time(answer.At)),
        Line.Of("Acknowledgement", answer.Acknowledgement is { } said ? Code(said) : null),
        Line.Of("Decision", answer.Outcome is { } outcome ? Code(outcome) : null),
        Line.Of("You are challenged, stage", answer.Challenge is { } challenge ? $"{challenge.Stage}{(challenge.UnsafeNow ? ": a child is unsafe now" : "")}" : null),
        Line.Of("It is about the concern", answer.Challenge?.Concern),
        Line.Of("To be settled by", answer.Challenge?.By is { } settle ? Time(settle) : null),
        Line.Of("The decision is changed", answer.Changed switch { true => "yes", false => "no", null => null }),
        Line.Of("Outcome for the child", answer.Effect is { } effect ? Code(effect) : null),
        Line.Of("Information is given", answer.Informed switch { true => "yes", false => "no", null => null }),
        Line.Of("Not given because", answer.RefusedBecause is { } refused ? Code(refused) : null),
        Line.Of("On the end of the plan", answer.View is { } view ? Code(view) : null),
        Line.Of("Transfer", answer.Transfer is { } step ? Code(step) : null),
        Line.Of("Declined because", answer.DeclinedBecause is { } reason ? Code(reason) : null),
        Line.Of("The conference came to", answer.Conference is { } conference ? Code(conference) : null),
        Line.Of("Day", answer.On is { } day ? Day(day) : null),
        Line.Of(answer.Text));

    private static Section? Withheld(Delivery d) => Section.Of(
        "Not shown to you",
        d.Withheld.Select(w => Line.Of(Part(w.Part), w.Code)).Concat(d.Masked.Select(m => Line.Of(Part(m), "something in it was masked"))));

    private static Section? Grounds(Delivery d) => Section.Of(
        "Why you may see this, and what you must do",
        Line.Of("Lawful basis", List(d.Basis)),
        Line.Of("Rules", List(d.Because)),
        Line.Of("Obligations", List(d.Obligations)));
}
