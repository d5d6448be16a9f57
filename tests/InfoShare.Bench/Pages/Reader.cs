using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace InfoShare.Bench.Pages;

/// <summary>Somebody who is signed in, and looks at page after page.</summary>
internal sealed partial class Reader : IDisposable
{
    private readonly HttpClient http;
    private readonly ConcurrentBag<(string Page, double Milliseconds, bool Answered)> asked;
    private readonly string role;

    private Reader(HttpClient http, ConcurrentBag<(string, double, bool)> asked, string role) => (this.http, this.asked, this.role) = (http, asked, role);

    public static async Task<Reader> SignInAsync(Uri console, string name, string password, ConcurrentBag<(string, double, bool)> asked, CancellationToken stop)
    {
#pragma warning disable CA2000 // The client disposes of its handler.
        var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = console, Timeout = TimeSpan.FromSeconds(60) };
#pragma warning restore CA2000
        var page = await http.GetStringAsync(new Uri("/sign-in", UriKind.Relative), stop);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("Name", name), KeyValuePair.Create("Password", password), KeyValuePair.Create("__RequestVerificationToken", Token().Match(page).Groups[1].Value)]);
        using var answer = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), form, stop);
        if (!answer.IsSuccessStatusCode || answer.RequestMessage!.RequestUri!.AbsolutePath == "/sign-in")
            throw new BenchException($"{name} could not sign in: {(int)answer.StatusCode}");
        return new(http, asked, name);
    }

    /// <summary>The places of the navigation, and the first of the groups and cases that they lead to.</summary>
    public async Task<IReadOnlyList<string>> PlacesAsync(CancellationToken stop)
    {
        var home = await http.GetStringAsync(new Uri("/permissions", UriKind.Relative), stop);
        var places = Links().Matches(home).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct().ToList();
        foreach (var list in places.ToList())
        {
            var text = await (await http.GetAsync(new Uri(list, UriKind.Relative), stop)).Content.ReadAsStringAsync(stop);
            places.AddRange(Inner().Matches(text).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Where(link => link.StartsWith(list + "/", StringComparison.Ordinal)).Take(1));
        }

        return [.. places.Where(place => !place.StartsWith("/sign", StringComparison.Ordinal)).Distinct()];
    }

    /// <summary>Asks for the page, and notes how long it took until it was all here.</summary>
    public async Task LookAsync(string page, CancellationToken stop)
    {
        var start = Stopwatch.GetTimestamp();
        var answered = false;
        try
        {
            using var answer = await http.GetAsync(new Uri(page, UriKind.Relative), stop);
            await answer.Content.ReadAsStringAsync(stop);
            answered = answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            // Counted as not answered.
        }

        asked.Add(($"{role}: {Ids().Replace(page, "…")}", Stopwatch.GetElapsedTime(start).TotalMilliseconds, answered));
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("class=\"govuk-service-navigation__link\" href=\"(/[^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex("href=\"(/[^\"#]+)\"")]
    private static partial Regex Inner();

    [GeneratedRegex("[0-9a-f]{20,}")]
    private static partial Regex Ids();
}
