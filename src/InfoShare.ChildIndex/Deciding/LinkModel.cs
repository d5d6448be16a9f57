using InfoShare.ChildIndex.Comparing;
using InfoShare.ChildIndex.Normalising;
using InfoShare.ChildIndex.Weighing;

namespace InfoShare.ChildIndex.Deciding;

/// <summary>What a comparison comes to, and why.</summary>
/// <param name="Fields">Of each field the agreement and its weight, in bits.</param>
/// <param name="PersonalBits">Their sum over what tells of the person.</param>
/// <param name="HouseholdBits">Their sum over what tells of the household.</param>
/// <param name="Probability">How likely it is that both are of one person, 0 to 1.</param>
public sealed record Explanation(IReadOnlyList<WeighedField> Fields, double PersonalBits, double HouseholdBits, double Probability, LinkStatus Status);

/// <summary>A field's part in it.</summary>
/// <param name="Bits">Above 0: speaks for one person; below: for two. How common a shared value is counts with it.</param>
public sealed record WeighedField(Field Field, Agreement Agreement, double Bits);

/// <summary>Weighs pairs and decides what they come to.</summary>
/// <param name="Weights">By field and agreement.</param>
/// <param name="Frequencies">How common values are; null: not known, and every value is taken to be as common as the others.</param>
public sealed record LinkModel(Weights Weights, Frequencies? Frequencies)
{
    /// <summary>For looking up one child among those that are known.</summary>
    public static readonly LinkModel Shipped = new(ShippedWeights.Weights, null);

    /// <summary>How likely it is that both are of one person, 0 to 1.</summary>
    public double ProbabilityOf(Comparison comparison, Profile one, Profile other)
    {
        double bits = 0;
        foreach (var field in Fields.All)
            bits += BitsOf(field, comparison, one, other);
        return Weights.Probability(bits);
    }

    /// <summary>As <see cref="Explain"/>, without the reasons.</summary>
    public (double Probability, LinkStatus Status) Weigh(Profile one, Profile other)
    {
        var comparison = People.Compare(one, other);
        var probability = ProbabilityOf(comparison, one, other);
        return (probability, LinkRules.StatusOf(comparison, probability));
    }

    public Explanation Explain(Profile one, Profile other)
    {
        var comparison = People.Compare(one, other);
        List<WeighedField> fields = [.. Fields.All.Select(field => new WeighedField(field, comparison[field], BitsOf(field, comparison, one, other)))];
        var probability = Weights.Probability(fields.Sum(field => field.Bits));
        return new(
            fields, fields.Where(field => !Fields.IsHousehold(field.Field)).Sum(field => field.Bits), fields.Where(field => Fields.IsHousehold(field.Field)).Sum(field => field.Bits),
            probability, LinkRules.StatusOf(comparison, probability));
    }

    private double BitsOf(Field field, Comparison comparison, Profile one, Profile other) =>
        Weights.Bits(field, comparison[field]) + (Frequencies?.Bits(field, comparison, one, other) ?? 0);
}
