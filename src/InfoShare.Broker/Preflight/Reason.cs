namespace InfoShare.Broker.Preflight;

/// <summary>One way in which a broker could lose messages, or show them to somebody who may not have them.</summary>
/// <param name="Code">For logs and tests: <c>queue-not-quorum</c>.</param>
/// <param name="Words">For whoever is to put it right; names what it is about.</param>
public sealed record Reason(string Code, string Words)
{
    public override string ToString() => Words;
}
