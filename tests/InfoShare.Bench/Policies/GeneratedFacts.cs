using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Moves;
using InfoShare.Policy;

namespace InfoShare.Bench.Policies;

/// <summary>Invented facts of messages with all parts to every role, the same every time: two thirds at a risk of significant harm.</summary>
internal static class GeneratedFacts
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    private const int Seed = 20_261_125;
    private static readonly int?[] Levels = [null, 1, 2, 3, 4, 4, 5, 5];
    private static readonly string[] Categories = ["NEG", "PHY", "EMO", "SAB"];
    private static readonly string[] Factors = ["3A", "1B", "8E", "19B"];
    private static readonly AgencyKind[] Kinds = Enum.GetValues<AgencyKind>();
    private static readonly PartName[] Parts = Enum.GetValues<PartName>();

    public static IReadOnlyList<SharingFacts> Make(int count)
    {
        // Not for secrets: the same facts are wanted each time.
#pragma warning disable CA5394
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(i => Make(random.Next, Roles.All[i % Roles.All.Count]))];
#pragma warning restore CA5394
    }

    private static SharingFacts Make(Func<int, int> next, string role)
    {
        var restricted = next(8) == 0;
        var move = next(10) == 0;
        var conditioned = next(20) == 0;
        var message = new MessageFacts(
            move ? "child.movedArea" : "concern.raised", Kinds[next(Kinds.Length)], move ? null : Levels[next(Levels.Length)], next(20) == 0, next(20) == 0,
            conditioned ? HandlingCode.C : null, conditioned, conditioned ? [$"la/E06000063#{role}"] : [],
            [Categories[next(Categories.Length)]], [Factors[next(Factors.Length)]], restricted, next(20) == 0,
            move ? MoveType.Permanent : null, Parts, restricted && next(2) == 0 ? [PartName.Incident] : [], next(2) == 0 ? "E06000063" : null);
        var recipient = new RecipientFacts("la/E06000063", Kinds[next(Kinds.Length)], role, next(10) == 0 ? ["see-address"] : [], Relationship.Area);
        ConsentFact[] consents = next(2) == 0 ? [] : [new(AgreementTo.Share, ConsentAnswer.Given, [], next(2) == 0 ? [PartName.Medical] : [], Now.AddDays(-9), Now.AddDays(30), null)];
        return new(message, recipient, consents, Now);
    }
}
