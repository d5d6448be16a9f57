using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace InfoShare.Broker.Provisioning.Management;

/// <summary>Asks the broker over its management interface, and changes it.</summary>
public sealed class ManagementClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ManagementAddress address;
    private readonly HttpClient http;

    public ManagementClient(ManagementAddress address)
    {
        this.address = address;
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{address.User}:{address.Password.Value}"));
        http = new() { BaseAddress = new Uri(address.Url.ToString().TrimEnd('/') + "/api/"), Timeout = Patience };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
    }

    /// <summary>Who asks: it keeps its rights in the virtual host, whatever else is removed.</summary>
    public string User => address.User;

    /// <summary>What is there; null when there is no such thing, or this user may not see it.</summary>
    /// <exception cref="ManagementException">It cannot be reached, or does not know the user.</exception>
    public async Task<JsonElement?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await AskAsync(new(HttpMethod.Get, path), cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            return null;
        await RefuseFailureAsync(response, "could not say what is there", cancellationToken);
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }

    /// <summary>Makes a change. Removing what is not there is done already.</summary>
    /// <exception cref="ManagementException">It cannot be reached, or refuses.</exception>
    public async Task<JsonElement?> SendAsync(ManagementRequest request, CancellationToken cancellationToken)
    {
        // Not chunked: the interface wants to know the length.
        using var message = new HttpRequestMessage(request.Method, request.Path) { Content = request.Body is { } body ? new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") : null };
        using var response = await AskAsync(message, cancellationToken);
        if (request.Method == HttpMethod.Delete && response.StatusCode == HttpStatusCode.NotFound)
            return null;
        await RefuseFailureAsync(response, $"refused {request.Method} {Uri.UnescapeDataString(request.Path)}", cancellationToken);
        return response.Content.Headers.ContentLength > 0 ? await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken) : null;
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> AskAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var response = await http.SendAsync(message, cancellationToken);
            if (response.StatusCode == HttpStatusCode.Unauthorized && (await ReasonAsync(response, cancellationToken)) == "Login failed")
                throw new ManagementException($"the management interface at {address.Url} does not accept the user {address.User} with this password");
            return response;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ManagementException($"the management interface at {address.Url} cannot be reached: is the broker running, with the plugin rabbitmq_management?");
        }
    }

    private async Task RefuseFailureAsync(HttpResponseMessage response, string what, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
            return;
        var reason = await ReasonAsync(response, cancellationToken) ?? $"status {(int)response.StatusCode}";
        throw new ManagementException(reason == "Not administrator user"
            ? $"the user {address.User} is no administrator of the broker at {address.Url}"
            : $"the broker at {address.Url} {what}: {reason}");
    }

    private static async Task<string?> ReasonAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            return (await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("reason").GetString();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
