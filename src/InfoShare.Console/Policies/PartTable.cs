using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Consent;
using InfoShare.Policy;
using InfoShare.Routing.Recipients;

namespace InfoShare.Console.Policies;

/// <summary>Whether a role gets something of a message.</summary>
internal enum Gets
{
    Never = 0,
    WithAgreement,
    Always,
}

/// <summary>What each role gets of one message, as a set decides it: by itself, or if somebody with a say has agreed to share every part with all. Pure.</summary>
/// <param name="Rows">For each role whether it may know of the message, and each part in the order of its name.</param>
internal sealed record PartTable(IReadOnlyList<PartName> Parts, IReadOnlyList<(string Role, Gets Knows, IReadOnlyList<Gets> Parts)> Rows)
{
    public static PartTable Of(SharingPolicy policy, MessageFacts message, DateTimeOffset at)
    {
        var agreement = new ConsentFact(AgreementTo.Share, ConsentAnswer.Given, [], message.Parts, at.AddDays(-1), null, null);
        return new(message.Parts, [.. Roles.All.Select(role =>
        {
            var facts = new SharingFacts(message, AskedRole.Somewhere(role), [], at);
            var (without, with) = (policy.Decide(facts), policy.Decide(facts with { Consents = [agreement] }));
            IReadOnlyList<Gets> parts = [.. message.Parts.Select(part => Of(without.Released.Contains(part), with.Released.Contains(part)))];
            return (role, Of(without.MayKnow, with.MayKnow), parts);
        })]);
    }

    private static Gets Of(bool without, bool with) => without ? Gets.Always : with ? Gets.WithAgreement : Gets.Never;
}
