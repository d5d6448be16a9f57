using System.Net;
using System.Text.RegularExpressions;

namespace InfoShare.Tests.Console;

/// <summary>A page as it came.</summary>
/// <param name="Html">With its entities read.</param>
internal sealed record Visited(int Status, string Html);

/// <summary>Somebody with a browser that runs no script.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient client;

    /// <summary>Where the last page was: forms lead on.</summary>
    public string At { get; private set; } = "/";

    public Visitor(Uri console) => client = new(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = console };

    public async Task<Visited> GetAsync(string address) => await ReadAsync(await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));

    /// <summary>Sends a form of a page, with the page's own proof that it was asked for.</summary>
    /// <param name="action">Where it is sent; <c>?handler=Close</c> at the page itself.</param>
    public async Task<Visited> PostAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var form = await GetAsync(page);
        var proof = Proof().Match(form.Html).Groups["proof"].Value;
        using var content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", proof)]);
        var address = action.StartsWith('?') ? page + (page.Contains('?', StringComparison.Ordinal) ? "&" + action[1..] : action) : action;
        return await ReadAsync(await client.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken));
    }

    /// <summary>Approves what waits first.</summary>
    public async Task<Visited> ApproveAsync() => await PostAsync("/approvals", "?handler=Approve", ("id", Waiting().Match((await GetAsync("/approvals")).Html).Groups["id"].Value));

    public void Dispose() => client.Dispose();

    private async Task<Visited> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            At = answer.RequestMessage!.RequestUri!.AbsolutePath;
            return new((int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }
    }

    [GeneratedRegex("""id="a-(?<id>[^"]+)""")]
    private static partial Regex Waiting();

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="(?<proof>[^"]+)""")]
    private static partial Regex Proof();
}
