namespace InfoShare.Routing.Families;

/// <summary>Whom a relationship makes family, as senders write it in plain words. Pure.</summary>
internal static class Kinship
{
    public const string Child = "child";
    public const string Sibling = "sibling";
    public const string Parent = "parent";
    public const string Other = "other";

    /// <summary>Words for those who bring a child up. A lodger or a partner may live with several families without making them one.</summary>
    private static readonly string[] Parents = ["mother", "father", "parent", "mum", "dad", "guardian", "carer", "grandmother", "grandfather", "grandparent"];

    /// <summary>What an adult of the household is to the child.</summary>
    public static string OfAdult(string relationship) =>
        relationship.Split([' ', '-', '/', ','], StringSplitOptions.RemoveEmptyEntries).Any(word => Parents.Contains(word, StringComparer.OrdinalIgnoreCase)) ? Parent : Other;
}
