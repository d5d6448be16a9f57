namespace InfoShare.Policy.Explaining;

/// <summary>For whom an explanation is. Each is told less than governance, and nothing else.</summary>
public enum Audience
{
    /// <summary>Who answers for information governance: everything.</summary>
    Governance = 1,

    /// <summary>Who sent the message: what was withheld, in coarse codes, and what they themselves could do about it. Not from whom.</summary>
    Sender,

    /// <summary>Who received it: what they got and why, and which part is restricted or held. Not that there are other parts.</summary>
    Recipient,

    /// <summary>Who looks after the running system: ids and codes, nothing of the case.</summary>
    Operator,
}
