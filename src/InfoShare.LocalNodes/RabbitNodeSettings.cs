namespace InfoShare.LocalNodes;

/// <summary>Certificates of a broker that takes client certificates and nothing else. PEM files.</summary>
/// <param name="AuthorityFile">The authority that signed the clients' certificates.</param>
/// <param name="CertificateFile">The broker's own certificate, for localhost and 127.0.0.1.</param>
/// <param name="KeyFile">Its key.</param>
/// <param name="RevocationsFolder">The authority's list of revoked certificates, looked up at each connection; null: the broker looks up none.</param>
public sealed record RabbitCertificates(string AuthorityFile, string CertificateFile, string KeyFile, string? RevocationsFolder = null);

/// <summary>The ports of one node, all on 127.0.0.1.</summary>
/// <param name="Amqp">AMQP, with TLS where there are certificates.</param>
/// <param name="Management">The management HTTP interface.</param>
/// <param name="Distribution">Between the nodes.</param>
public sealed record RabbitPorts(int Amqp, int Management, int Distribution);
