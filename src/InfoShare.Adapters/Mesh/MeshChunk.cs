using System.Net;

namespace InfoShare.Adapters.Mesh;

/// <summary>A message from the inbox, or a part of it, while it is read.</summary>
internal sealed class MeshChunk(HttpResponseMessage answer) : IDisposable
{
    /// <summary>A notice that one of ours was not delivered, and no message.</summary>
    public bool IsReport => Header("mex-MessageType") is "REPORT";

    /// <summary>Of a report: the exchange's id of our message.</summary>
    public string? About => Header("mex-LinkedMsgID");

    /// <summary>Of a report: its status, a code of two digits such as <c>14</c>, not collected. Null when it is none.</summary>
    public string? Status => Header("mex-StatusCode") is { Length: <= 4 } code && code.All(char.IsAsciiLetterOrDigit) ? code : null;

    /// <summary>The name that its sender gave it; anything at all.</summary>
    public string? FileName => Header("mex-FileName");

    /// <summary>All chunks together are compressed.</summary>
    public bool IsCompressed => answer.Content.Headers.ContentEncoding.Contains("gzip");

    /// <summary>Another chunk follows.</summary>
    public bool More => answer.StatusCode is HttpStatusCode.PartialContent;

    public Task<Stream> ReadAsync(CancellationToken cancellationToken) => answer.Content.ReadAsStreamAsync(cancellationToken);

    public void Dispose() => answer.Dispose();

    private string? Header(string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? values.FirstOrDefault() : null;
}
