using System.Globalization;
using InfoShare.Adapters.HandOver.Wording;
using InfoShare.Routing.Histories;
using static InfoShare.Adapters.HandOver.Wording.DeliveryWords;

namespace InfoShare.Console.Chronologies;

/// <summary>A chronology in words. Pure.</summary>
internal static class ChronologyWords
{
    /// <summary>Of a chronology that was told; none otherwise.</summary>
    public static IEnumerable<string> Of(ChronologyAnswer answer)
    {
        foreach (var child in answer.Children ?? [])
            yield return Child(child, answer.Entries ?? []);
        foreach (var entry in answer.Entries ?? [])
        {
            yield return $"{When(entry)}  child {entry.Child}  {What(entry)}";
            foreach (var line in Sections(entry).SelectMany(section => section.Lines))
                yield return $"    {(line.Name is null ? "" : line.Name + ": ")}{line.Text.ReplaceLineEndings(" ")}";
        }

        yield return $"{answer.Entries?.Count ?? 0} events, as far as {answer.Reader} may know{(answer.IsCut ? "; there are earlier ones" : "")}";
    }

    /// <summary>A child by its number, with who it is as the latest event says that the reader may read.</summary>
    public static string Child(ChronologyChild child, IReadOnlyList<ChronologyEntry> entries)
    {
        var identity = entries.LastOrDefault(entry => entry.Child == child.Number && entry.Parts?.Identity is { Names.Count: > 0 })?.Parts!.Identity;
        var named = identity is null ? "" : $": {List(ChildSections.Name(identity.Names[0]), identity.DateOfBirth is { } born ? $"born {Day(born)}" : null)}";
        return string.Create(CultureInfo.InvariantCulture, $"child {child.Number}{named}{(child.Because.Count == 0 ? "" : $", family: {string.Join(", ", child.Because)}, told from {child.Since:yyyy-MM-dd} to {child.Last:yyyy-MM-dd}")}{Held(child)}");
    }

    public static string When(ChronologyEntry entry) => entry.Until is { } until ? $"{Day(entry.On)} to {Day(until)}" : Day(entry.On);

    /// <summary>The event in one line.</summary>
    public static string What(ChronologyEntry entry) => entry.Kind switch
    {
        "plan" => $"plan: {List(Code(entry.Plan!.Type), entry.Plan.Category, entry.Plan.Effect is { } effect ? $"it came to: {Code(effect)}" : entry.Plan.End is null ? "open" : "what it came to is not told")}",
        "move" => $"move, {(entry.Move is { } move ? Code(move) : "unknown")}, told by: {Agency(entry.From)}",
        "transfer" => $"asked to be taken over, by: {Agency(entry.From)}",
        "notice" => $"{NoticeWords.Of(entry.Notice!)}, told by: {Agency(entry.From)}{(entry.Outcome is { } decided ? $"; decided: {Code(decided)}" : "")}",
        _ => $"concern, level {Level(entry.LevelOfNeed)}, {(entry.Categories is { Count: > 0 } categories ? $"{string.Join(", ", categories)}, " : "")}told by: {Agency(entry.From)}; {(entry.Outcome is { } outcome ? $"decided: {Code(outcome)}" : "no decision known")}",
    } + (entry.WordsErased ? " (its words are no longer kept)" : "");

    /// <summary>What the reader may read of it, without who the child is: that is said of all.</summary>
    public static IEnumerable<Section> Sections(ChronologyEntry entry) => entry.Parts is null ? [] : ChildSections.Of(entry.Parts with { Identity = null }).Concat(PartSections.Of(entry.Parts));

    private static string Held(ChronologyChild child) => child.Responsibility switch
    {
        null => "",
        { HeldBy: { } holder, Transfer: { } state } => $"; responsible: {holder}, transfer {Code(state)}",
        { HeldBy: { } holder } => $"; responsible: {holder}",
        { Transfer: { } state } => $"; transfer {Code(state)}",
        _ => "",
    };
}
