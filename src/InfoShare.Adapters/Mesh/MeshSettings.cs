using System.Security.Cryptography.X509Certificates;

namespace InfoShare.Adapters.Mesh;

/// <summary>A mailbox of the NHS's message exchange (MESH).</summary>
/// <param name="Url">Of the exchange, up to and with <c>messageexchange</c>.</param>
/// <param name="Mailbox">Its id, in capital letters.</param>
/// <param name="Password">Of the mailbox.</param>
/// <param name="SharedKey">Of the environment.</param>
public sealed record MeshSettings(Uri Url, string Mailbox, Secret Password, Secret SharedKey)
{
    /// <summary>This client's certificate with its key; null where the exchange asks for none.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The authority of the exchange's certificate; null: those that the system trusts.</summary>
    public X509Certificate2? Authority { get; init; }

    /// <summary>Between two looks into the inbox.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromMinutes(5);
}
