using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Bench.Policies;

/// <summary>A request and the entities that it is decided with.</summary>
internal sealed record Question(Request Request, EntityStore Entities);

/// <summary>Invented requests for <see cref="SharingPolicies"/>: the same every time, spread evenly over the partnerships.</summary>
internal static class SharingRequests
{
    private const int Seed = 20_261_125;

    private static readonly CedarDateTime Now = CedarDateTime.Parse("2026-11-25T09:00:00Z")!;
    private static readonly CedarDateTime Earlier = CedarDateTime.Parse("2026-11-24T09:00:00Z")!;
    private static readonly CedarDateTime Later = CedarDateTime.Parse("2026-11-26T09:00:00Z")!;
    private static readonly string[] Areas = ["north", "south"];
    private static readonly string[] Purposes = ["early-help", "safeguarding", "planning"];

    public static IReadOnlyList<Question> Make(int count, int partnerships)
    {
        // Not for secrets: the same requests are wanted each time.
#pragma warning disable CA5394
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(i => Make(random.Next, i % partnerships))];
#pragma warning restore CA5394
    }

    private static Question Make(Func<int, int> next, int partnership)
    {
        var agency = new Entity(new("Agency", "a"), Record(("type", Text(Any(SharingPolicies.AgencyTypes)))), [new("Partnership", $"{partnership}")], CedarRecord.Empty);
        var team = new Entity(new("Team", "t"), agency.Uid);
        var recipient = new Entity(
            new("Recipient", "r"),
            Record(
                ("role", Text(Any(SharingPolicies.Roles))), ("area", Text(Any(Areas))), ("agency", agency.Uid),
                ("seesProtectedAddress", CedarBool.Of(next(4) == 0)), ("clearanceUntil", next(20) == 0 ? Earlier : Later)),
            [team.Uid],
            CedarRecord.Empty);
        var child = new Entity(new("Child", "c"), Record(Child()), [], CedarRecord.Empty);
        var message = new Entity(new("Message", "m"), Record(("level", Level()), ("area", Text(Any(Areas)))), [], CedarRecord.Empty);
        var part = new Entity(new("Part", "p"), Record(Part()), [message.Uid], CedarRecord.Empty);
        var know = next(8) == 0;
        var action = new Entity(new("Action", know ? "know" : "read"), new EntityUid("Action", "disclose"));
        var (store, problem) = EntityStore.Of(agency, team, recipient, child, message, part, action, new Entity(new("Action", "disclose")));
        return new(
            new(recipient.Uid, action.Uid, know ? message.Uid : part.Uid, Record(Context())),
            store ?? throw new BenchException(problem!));

        string Any(string[] choices) => choices[next(choices.Length)];

        CedarLong Level() => new(1 + next(4));

        IEnumerable<(string, CedarValue)> Child()
        {
            yield return ("addressProtected", CedarBool.Of(next(10) == 0));
            if (next(2) == 0)
                yield return ("agreement", Record(("scope", new CedarSet(Text(Any(SharingPolicies.Categories)), Text(Any(SharingPolicies.Categories)))), ("until", next(3) == 0 ? Earlier : Later)));
            if (next(5) == 0)
                yield return ("refusal", Earlier);
        }

        IEnumerable<(string, CedarValue)> Part()
        {
            yield return ("category", Text(Any(SharingPolicies.Categories)));
            yield return ("level", Level());
            yield return ("area", Text(Any(Areas)));
            yield return ("child", child.Uid);
            if (next(30) == 0)
                yield return ("accused", team.Uid);
            if (next(20) == 0)
                yield return ("named", new CedarSet(next(2) == 0 ? recipient.Uid : child.Uid));
        }

        IEnumerable<(string, CedarValue)> Context()
        {
            yield return ("purpose", Text(Any(Purposes)));
            yield return ("at", Now);
            if (next(15) == 0)
                yield return ("breakGlass", Record(("until", next(4) == 0 ? Earlier : Later), ("reason", Text("risk-of-harm"))));
        }
    }

    private static CedarString Text(string value) => new(value);

    private static CedarRecord Record(params IEnumerable<(string Name, CedarValue Value)> attributes) =>
        new(attributes.Select(attribute => KeyValuePair.Create(attribute.Name, attribute.Value)));
}
