using InfoShare.ChildIndex.Comparing;

namespace InfoShare.ChildIndex.Weighing;

/// <summary>How strongly each agreement speaks for or against two records being of one person.</summary>
/// <remarks>Source: I. P. Fellegi and A. B. Sunter, "A Theory for Record Linkage", Journal of the American Statistical Association 64 (1969).</remarks>
/// <param name="Match">How often records of one person agree so: by field and agreement, 0 to 1 in sum without <see cref="Agreement.Unknown"/>.</param>
/// <param name="Chance">How often records of two people do.</param>
/// <param name="Prior">How many of all pairs are of one person, above 0 and below 1.</param>
public sealed record Weights(IReadOnlyList<IReadOnlyList<double>> Match, IReadOnlyList<IReadOnlyList<double>> Chance, double Prior)
{
    /// <summary>Agreements that there are.</summary>
    public static readonly int Agreements = Enum.GetValues<Agreement>().Length;

    /// <summary>Match weight in bits: above 0 speaks for one person, below 0 for two.</summary>
    public double Bits(Field field, Agreement agreement) =>
        agreement is Agreement.Unknown ? 0 : Math.Log2(Match[(int)field][(int)agreement] / Chance[(int)field][(int)agreement]);

    /// <summary>Of all fields together, before any adjustment.</summary>
    public double Bits(Comparison comparison)
    {
        double bits = 0;
        foreach (var field in Fields.All)
            bits += Bits(field, comparison[field]);
        return bits;
    }

    /// <summary>How likely it is, 0 to 1, that two records are of one person.</summary>
    /// <param name="bits">The sum of their match weights.</param>
    public double Probability(double bits)
    {
        var odds = Prior / (1 - Prior) * Math.Pow(2, Math.Clamp(bits, -200, 200));
        return odds / (1 + odds);
    }
}
