namespace InfoShare.Broker.Certificates;

/// <summary>Where certificates are: <c>ca.pem</c>, and <c>NAME.pem</c> with <c>NAME.key</c> for each name.</summary>
/// <param name="Path">The folder.</param>
public sealed record CertificateFolder(string Path)
{
    /// <summary>The authority's certificate: whoever trusts it trusts all that it signed.</summary>
    public string Authority => System.IO.Path.Combine(Path, "ca.pem");

    /// <summary>The authority's key. It belongs in nobody's hands but those who issue certificates.</summary>
    public string AuthorityKey => System.IO.Path.Combine(Path, "ca.key");

    /// <summary>The folder of what was revoked, named as the broker looks it up.</summary>
    public string Revocations => System.IO.Path.Combine(Path, "revoked");

    /// <summary>The certificate of a name.</summary>
    public string Certificate(string name) => System.IO.Path.Combine(Path, name + ".pem");

    /// <summary>The key of a name.</summary>
    public string Key(string name) => System.IO.Path.Combine(Path, name + ".key");
}
