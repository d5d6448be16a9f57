namespace InfoShare.Policy.Explaining;

/// <summary>Cuts an explanation to what an audience may know: never more than governance sees. Pure.</summary>
public static class AudienceCut
{
    private static readonly string[] TheRecipientMayKnowOf = [WithheldCodes.Restricted, WithheldCodes.HeldForReview];

    /// <summary>Null where the audience may not even know that there was a decision.</summary>
    public static Explanation? For(this Explanation explanation, Audience audience) => audience switch
    {
        Audience.Governance => explanation,
        Audience.Operator => explanation with
        {
            Facts = null,
            Whole = InCodes(explanation.Whole),
            Parts = [.. explanation.Parts.Select(InCodes)],
        },
        Audience.Sender => new(
            null, null, null, null, ForSender(explanation.Whole),
            explanation.Whole.Goes ? [.. explanation.Parts.Where(part => !part.Goes).Select(ForSender)] : [],
            []),
        Audience.Recipient when explanation.Whole.Goes => new(
            null, null, explanation.Recipient, null, ForRecipient(explanation.Whole),
            [.. explanation.Parts.Where(part => part.Goes || TheRecipientMayKnowOf.Contains(part.Code)).Select(ForRecipient)],
            []),
        _ => null,
    };

    private static Answer InCodes(Answer answer) => answer with
    {
        Because = [.. answer.Because.Select(reason => new Reason(reason.Id, null, null))],
        Basis = [.. answer.Basis.Select(basis => new Coded(basis.Code, null))],
        Obligations = [.. answer.Obligations.Select(obligation => new Coded(obligation.Code, null))],
        NearMisses = [.. answer.NearMisses.Select(miss => new NearMiss(miss.Rule, null, []))],
        Changes = [],
        NothingLifts = null,
    };

    /// <summary>A rule's id would say which role it is for, and that somebody in it knows the child.</summary>
    private static Answer ForSender(Answer answer) => new(
        answer.Part, answer.Effect, answer.Code, [], [], [], [],
        [.. answer.Changes.Where(IsTheirs).Take(1).Select(change => change with { Rule = null })],
        null);

    /// <summary>A sender can ask for an agreement, and says the level of need; nothing else is theirs to change.</summary>
    private static bool IsTheirs(NearestChange change) => change.Changes.All(one => one.Kind is ChangeKind.Agreement or ChangeKind.Level);

    private static Answer ForRecipient(Answer answer) => answer.Goes
        ? answer with { Because = [.. answer.Because.Select(reason => reason with { Place = null })] }
        : new(answer.Part, answer.Effect, answer.Code, [], [], [], [], [], null);
}
