namespace InfoShare.Policy.Cedar.Values;

/// <summary>A number with four decimal places.</summary>
/// <param name="TenThousandths">The number times 10,000.</param>
public sealed record CedarDecimal(long TenThousandths) : CedarValue
{
    public override string TypeName => "decimal";
}
