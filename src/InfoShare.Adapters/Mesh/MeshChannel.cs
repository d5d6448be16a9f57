using System.Text.Json;
using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.HandOver.Push;

namespace InfoShare.Adapters.Mesh;

/// <summary>Sends each file to a mailbox of MESH. The exchange has it then; should nobody collect it, a report says so in the inbox.</summary>
internal sealed class MeshChannel(HandOverSettings.ByMesh settings, MeshClient mailbox, TimeProvider clock) : IPushChannel
{
    /// <inheritdoc/>
    public async Task<PushOutcome> PushAsync(Parcel parcel, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await mailbox.SendAsync(parcel.File.File.Content, HeadersFor(parcel), cancellationToken);
            return answer.IsSuccessStatusCode
                ? new PushOutcome.Taken(await IdOfAsync(answer, cancellationToken) ?? parcel.File.Name)
                : Answers.Unsuccessful(answer, clock.GetUtcNow());
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return Answers.Silence(e);
        }
    }

    public void Dispose() => mailbox.Dispose();

    private Dictionary<string, string> HeadersFor(Parcel parcel) => new()
    {
        ["mex-To"] = settings.To,
        ["mex-WorkflowID"] = settings.WorkflowId,
        ["mex-LocalID"] = FileNames.Safe(parcel.Id),
        ["mex-FileName"] = parcel.File.Name,
        ["mex-Content-Type"] = parcel.File.MediaType,
    };

    /// <summary>Under which a report will name it; null when it is none.</summary>
    private static async Task<string?> IdOfAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            using var said = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
            return said.RootElement.ValueKind is JsonValueKind.Object && said.RootElement.TryGetProperty("message_id", out var named)
                && named.ValueKind is JsonValueKind.String && named.GetString() is { } id && FileNames.Safe(id) == id ? id : null;
        }
        catch (JsonException)
        {
            return null; // It is accepted all the same.
        }
    }
}
