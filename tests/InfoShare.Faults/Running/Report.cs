using System.Text.Encodings.Web;
using System.Text.Json;
using InfoShare.Checker.Checks;

namespace InfoShare.Faults.Running;

/// <summary>The outcome of all rounds, for people and as JSON.</summary>
internal sealed record Report(int Seed, IReadOnlyList<Round> Rounds, int Accepted, int Unknown, int Effects, Verdict Verdict)
{
    private const int MostOfAKind = 20;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool IsWell => Verdict.Holds && Rounds.All(r => r.IsWell);

    /// <summary>Many of one kind, as of what is lost while something does not come to rest, must not hide another.</summary>
    private IEnumerable<Finding> SomeOfEachKind => Verdict.Findings.GroupBy(f => f.Kind).SelectMany(kind => kind.Take(MostOfAKind));

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Rounds = Rounds.Count,
            Seed,
            Accepted,
            Unknown,
            Effects,
            Lost = Verdict.Count(FindingKind.Lost),
            DuplicateEffects = Verdict.Count(FindingKind.Doubled),
            OutOfOrder = Verdict.Count(FindingKind.OutOfOrder),
            Forbidden = Verdict.Count(FindingKind.Forbidden),
            AuditHolds = Verdict.Count(FindingKind.Audit) == 0,
            LongestGapSeconds = Rounds.Select(r => r.GapSeconds).DefaultIfEmpty(0).Max(),
            LongestDelaySeconds = Rounds.Select(r => r.LongestDelaySeconds).DefaultIfEmpty(0).Max(),
            IsWell,
            Faults = Rounds,
            Findings = SomeOfEachKind.Select(f => $"{f.Kind}: {f.What}"),
        }, Form);

    public IEnumerable<string> Lines()
    {
        yield return $"{Rounds.Count} rounds, seed {Seed}: {Accepted} messages accepted, {Effects} effects";
        yield return $"lost {Verdict.Count(FindingKind.Lost)}, doubled {Verdict.Count(FindingKind.Doubled)}, out of order {Verdict.Count(FindingKind.OutOfOrder)}, "
            + $"forbidden {Verdict.Count(FindingKind.Forbidden)}, audit {(Verdict.Count(FindingKind.Audit) == 0 ? "holds" : $"has {Verdict.Count(FindingKind.Audit)} problems")}";
        foreach (var finding in SomeOfEachKind)
            yield return $"  {finding.Kind}: {finding.What}";
        foreach (var round in Rounds.Where(r => r.NotPlayed is not null))
            yield return $"  round {round.Number}, {round.Fault}: could not be played: {round.NotPlayed}";
        foreach (var round in Rounds.Where(r => r.GapSeconds > r.GapLimitSeconds))
            yield return $"  round {round.Number}, {round.Fault}: nothing came through for {round.GapSeconds:0.0} s; the limit is {round.GapLimitSeconds:0} s";
        foreach (var round in Rounds.Where(r => r.RestSeconds is null))
            yield return $"  round {round.Number}, {round.Fault}: it did not come to rest";
    }
}
