using InfoShare.Adapters.Mesh;

namespace InfoShare.Adapters.HandOver;

/// <summary>How what arrives gets into the agency's system.</summary>
public abstract record HandOverSettings
{
    private HandOverSettings() { }

    /// <summary>As files in <c>out/</c>.</summary>
    public sealed record Folder : HandOverSettings;

    /// <summary>Posted to an address, signed.</summary>
    /// <param name="Url">https, or http on this machine.</param>
    /// <param name="Key">Signs each request; 24 to 64 random bytes.</param>
    public sealed record Webhook(Uri Url, Secret Key) : HandOverSettings;

    /// <summary>Fetched by the agency's system, by HTTP.</summary>
    /// <param name="Token">Whoever has it may fetch.</param>
    public sealed record Pull(Secret Token) : HandOverSettings;

    /// <summary>Sent to a mailbox of MESH, from that of <see cref="AdapterSettings.Mesh"/>.</summary>
    /// <param name="To">The mailbox that the agency's system reads.</param>
    /// <param name="WorkflowId">Tells that system what it is.</param>
    public sealed record ByMesh(string To, string WorkflowId) : HandOverSettings
    {
        /// <summary>The mailbox from which it is sent.</summary>
        public required MeshSettings Mailbox { get; init; }
    }
}
