using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Validation;

namespace InfoShare.Policy.Tests.Validation;

/// <summary>A small schema with everything that schemas can say.</summary>
internal static class Example
{
    public const string Text = """
        entity Agency;
        entity Team in [Agency];
        entity Role enum ["duty", "named-doctor"];
        entity Practitioner in [Team] {
          name: String, role: Role, joined: datetime, leave: duration, phone?: String, manager?: Practitioner,
        } tags Set<String>;
        entity Folder in [Folder];
        entity Message in [Folder] {
          concern: Concern, sender: Agency, to: Set<Practitioner>, from: ipaddr, weight?: decimal, urgent: Bool,
        };
        type Concern = { level: Long, categories: Set<String>, place?: { postcode?: String, restricted: Bool } };

        action share;
        action read, forward in [share] appliesTo {
          principal: [Practitioner], resource: [Message], context: { purpose: String, agreed?: Bool, now: datetime }
        };
        action list appliesTo { principal: [Practitioner, Team], resource: [Folder], context: {} };
        """;

    public static readonly CedarSchema Schema = SchemaText.Parse(Text).Value!;

    /// <summary>What validation says of one policy.</summary>
    public static ValidationResult Validate(string policy)
    {
        var parsed = PolicyText.Parse(policy);
        Assert.True(parsed.IsValid, string.Join("; ", parsed.Errors));
        return PolicyValidator.Validate(Schema, parsed.Value);
    }
}
