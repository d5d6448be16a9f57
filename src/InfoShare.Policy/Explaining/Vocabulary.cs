namespace InfoShare.Policy.Explaining;

/// <summary>English for the attributes of <c>policies/infoshare.cedarschema</c>, as <see cref="Question.PathOf"/> names them.</summary>
internal static class Vocabulary
{
    /// <summary>Of what is true or false: how each is said.</summary>
    public static readonly IReadOnlyDictionary<string, (string True, string False)> Statements = new Dictionary<string, (string, string)>
    {
        ["message.isConcern"] = ("it is about a concern", "it is not about a concern"),
        ["message.isMove"] = ("it is about a move", "it is not about a move"),
        ["message.isTransfer"] = ("it asks somebody to take the child over", "it does not ask anybody to take the child over"),
        ["message.immediateDanger"] = ("there is immediate danger", "there is no immediate danger"),
        ["message.riskOfSignificantHarm"] = ("it is a concern with a risk of significant harm", "it carries no risk of significant harm"),
        ["message.sexualAbuse"] = ("there are signs of sexual abuse", "there are no signs of sexual abuse"),
        ["message.domesticAbuse"] = ("there are signs of domestic abuse", "there are no signs of domestic abuse"),
        ["message.allegationAgainstStaff"] = ("it is an allegation against somebody who works with children", "it is no allegation against somebody who works with children"),
        ["message.handlingHasConditions"] = ("the police state their conditions", "the police state no conditions"),
        ["message.addressRestricted"] = ("the address is restricted", "the address is not restricted"),
        ["message.detrimentRecorded"] = ("a reason is recorded why telling would harm the child more than it helps", "no reason is recorded why telling would harm the child more than it helps"),
        ["message.cumulative"] = ("it is one of several concerns of low level by several agencies", "it is not one of several concerns of low level by several agencies"),
        ["message.unborn"] = ("the child is not born yet", "the child is born"),
        ["context.agreedToShare"] = ("there is an agreement to share that covers this kind of agency", "there is no agreement to share"),
        ["context.agreementNamesPart"] = ("there is an agreement to share that names this part and covers this kind of agency", "no agreement to share names this part"),
        ["context.emergencyAccess"] = ("emergency access is asked for, with a reason that somebody else reviews", "no emergency access is asked for"),
    };

    /// <summary>Of everything else: what it is.</summary>
    public static readonly IReadOnlyDictionary<string, string> Nouns = new Dictionary<string, string>
    {
        ["message.messageType"] = "the type of the message",
        ["message.from"] = "the sender's kind of agency",
        ["message.levelOfNeed"] = "the level of need",
        ["message.categories"] = "the list of categories",
        ["message.factors"] = "the list of factors",
        ["message.handling"] = "the police handling code",
        ["message.namedRecipients"] = "the list of those whom the police name",
        ["message.moveType"] = "the kind of move",
        ["message.planType"] = "the kind of plan",
        ["message.planChange"] = "what has changed about the plan",
        ["message.partnership"] = "the partnership",
        ["message.partnership.inNeedFrom"] = "the level from which a child is in need",
        ["recipient.name"] = "the recipient",
        ["recipient.organisation"] = "the recipient's organisation",
        ["recipient.grants"] = "the list of the recipient's grants",
        ["recipient.relationship"] = "the recipient's relationship to the child",
        ["context.at"] = "the time",
        ["context.answerToSharing"] = "the last answer about sharing",
        ["context.answerToService"] = "the last answer about the service",
    };

    /// <summary>What protects somebody by being so. Nobody is told to have it otherwise.</summary>
    public static bool Protects(string path) => path is "message.allegationAgainstStaff" or "message.addressRestricted" or "message.handling";

    /// <summary>What kind of change another value would be.</summary>
    public static ChangeKind KindOf(string path) => path switch
    {
        "context.agreedToShare" or "context.agreementNamesPart" or "context.answerToSharing" or "context.answerToService" => ChangeKind.Agreement,
        "context.emergencyAccess" => ChangeKind.Emergency,
        _ when path.StartsWith("recipient.", StringComparison.Ordinal) => ChangeKind.Recipient,
        _ when path.StartsWith("message.", StringComparison.Ordinal) => ChangeKind.Message,
        _ => ChangeKind.Other,
    };

    /// <summary>Levels of need, ascending.</summary>
    public static string Levels(IReadOnlyList<string> levels) => levels switch
    {
        ["0", .., "5"] when levels.Count == 6 => "a level of need is given",
        [var only] => $"the level of need is {only}",
        [var least, .., "5"] when levels.Count == '6' - least[0] => $"the level of need is {least} or more",
        ["0", .., var most] when levels.Count == most[0] - '0' + 1 => $"the level of need is {most} or less",
        _ => $"the level of need is {OneOf(levels)}",
    };

    /// <summary>Roles, by their codes; of many the first few.</summary>
    public static string AnyRole(IReadOnlyList<string> roles)
    {
        IEnumerable<string> said = roles.Select(role => $"{(role[0] is 'a' or 'e' ? "an" : "a")} {Code(role)}");
        return $"the recipient is {OneOf([.. roles.Count <= 4 ? said : said.Take(3).Append($"one of {roles.Count - 3} other roles")])}";
    }

    /// <summary>A code as words.</summary>
    public static string Code(string code) => code.Replace('-', ' ').Replace("gp ", "GP ", StringComparison.Ordinal).Replace("children services", "children's services", StringComparison.Ordinal);

    /// <summary>Options as words: <c>a, b or c</c>.</summary>
    public static string OneOf(IReadOnlyList<string> options) =>
        options.Count < 2 ? string.Concat(options) : $"{string.Join(", ", options.SkipLast(1))} or {options[^1]}";
}
