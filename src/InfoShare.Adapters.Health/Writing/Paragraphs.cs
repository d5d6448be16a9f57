using System.Globalization;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Parts;
using static InfoShare.Adapters.Health.Writing.DeliveryWords;

namespace InfoShare.Adapters.Health.Writing;

/// <summary>What a delivery says, as headed paragraphs: one payload each, so that every system can show it.</summary>
internal static class Paragraphs
{
    /// <summary>Every paragraph that has something to say.</summary>
    public static IEnumerable<string> Of(Delivery delivery) =>
        new[] { About(delivery), Move(delivery.Move), Answer(delivery.Answer) }
            .Concat(delivery.Kind == DeliveryKind.Notice ? [] : PartParagraphs.Of(delivery.Parts))
            .Concat([Withheld(delivery), Grounds(delivery)])
            .OfType<string>();

    /// <summary>A heading and its lines; null when there are none.</summary>
    public static string? Headed(string heading, params IEnumerable<string?> lines)
    {
        var said = lines.OfType<string>().ToList();
        return said.Count == 0 ? null : $"{heading}\n{string.Join('\n', said)}";
    }

    private static string? About(Delivery d) => d.Kind switch
    {
        DeliveryKind.Notice => Headed("NOTICE", "Something that you were told about earlier has changed. You are not permitted the new content.", From(d)),
        DeliveryKind.Answer => Headed("ANSWER", From(d)),
        _ => Headed(
            d.Kind == DeliveryKind.Correction ? "CORRECTION: this replaces what you were sent before" : "ABOUT THIS MESSAGE",
            From(d),
            d.Move is null ? Line("Level of need", Level(d.LevelOfNeed)) : null,
            d.ImmediateDanger ? "A child is in danger now." : null,
            Line("Answer needed by", d.RespondBy is { } by ? Time(by) : null)),
    };

    private static string From(Delivery d) => $"From: {Agency(d.From)}";

    private static string? Move(MoveSummary? move) => move is null ? null : Headed(
        "MOVE",
        Line("Kind", Code(move.MoveType)),
        Line("First day in the new place", move.EffectiveDate is { } day ? Day(day) : null),
        Line("Area left", move.FromArea),
        Line("New area", move.ToArea),
        Line("Responsibility is held by", move.ResponsibilityHeldBy));

    private static string? Answer(AnswerSummary? answer) => answer is null ? null : Headed(
        "WHAT WAS ANSWERED",
        Line("By", $"{answer.Role}, {Agency(answer.By)}"),
        Line("At", Time(answer.At)),
        Line("Acknowledgement", answer.Acknowledgement is { } said ? Code(said) : null),
        Line("Decision", answer.Outcome is { } outcome ? Code(outcome) : null),
        answer.Text);

    private static string? Withheld(Delivery d) => Headed(
        "NOT SHOWN TO YOU",
        d.Withheld.Select(w => $"{PartWords(w.Part)}: {w.Code}").Concat(d.Masked.Select(m => $"{PartWords(m)}: something in it was masked")));

    private static string? Grounds(Delivery d) => Headed(
        "WHY YOU MAY SEE THIS, AND WHAT YOU MUST DO",
        Line("Lawful basis", List(d.Basis)),
        Line("Rules", List(d.Because)),
        Line("Obligations", List(d.Obligations)));

    private static string PartWords(PartName part) => part switch
    {
        PartName.ChildVoice => "child's voice",
        PartName.ThirdParty => "third party",
        _ => part.ToString().ToLower(CultureInfo.InvariantCulture),
    };
}
