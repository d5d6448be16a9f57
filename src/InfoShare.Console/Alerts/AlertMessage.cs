using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InfoShare.Console.Words;
using InfoShare.Storage;

namespace InfoShare.Console.Alerts;

/// <summary>What a channel sends: one text about everything that is told together.</summary>
/// <param name="Id">The same for the same news, so that a repeat can be told.</param>
/// <param name="Json">For a program.</param>
public sealed record AlertMessage(string Id, string Subject, string Text, byte[] Json)
{
    /// <summary>Of alerts. Pure.</summary>
    public static AlertMessage Of(IReadOnlyList<Told> told, Uri? console, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(told);
        var counts = told.GroupBy(one => one.News).OrderBy(some => some.Key).Select(some => $"{some.Count()} {AlertWords.Of(some.Key).ToLowerInvariant()}");
        var text = new StringBuilder();
        foreach (var one in told)
            text.Append(CultureInfo.InvariantCulture, $"{AlertWords.Of(one.News)}{(one.Alert.Urgent == 1 ? ", urgent" : "")}: {AlertWords.Title(one.Alert)}\n")
                .Append(CultureInfo.InvariantCulture, $"  since {Instants.FromMicroseconds(one.Alert.Since).Uk()}\n")
                .Append(one.News is News.Ended ? "" : $"  {AlertWords.ToDo(one.Alert)}\n  {Link(console, AlertWords.Page(one.Alert))}\n").Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"All alerts: {Link(console, "/alerts")}\n");
        return new(
            IdOf(string.Join('\n', told.Select(one => $"{one.Alert.Key} {one.Alert.Since} {one.News} {one.Alert.Level}").Prepend(told.Any(one => one.News is News.Still) ? now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : ""))),
            $"InfoShare: {string.Join(", ", counts)}: {AlertWords.Title(told[0].Alert)}", text.ToString(),
            Write("alert", now, told.Select(one => new Item(
                one.Alert.Key, one.Alert.Kind, one.Alert.Subject, one.News.ToString().ToLowerInvariant(), one.Alert.Count, one.Alert.Urgent == 1,
                Instants.FromMicroseconds(one.Alert.Since), AlertWords.Title(one.Alert), AlertWords.ToDo(one.Alert), Link(console, AlertWords.Page(one.Alert))))));
    }

    /// <summary>That alerting works.</summary>
    public static AlertMessage Works(Uri? console, DateTimeOffset now) => new(
        IdOf($"works {now:yyyy-MM-dd}"), "InfoShare: alerting works",
        $"This is sent each day, so that you notice when it does not come.\n\nAll alerts: {Link(console, "/alerts")}\n", Write("works", now, []));

    /// <summary>That somebody tries whether it arrives.</summary>
    public static AlertMessage Test(Uri? console, DateTimeOffset now) => new(
        IdOf($"test {now:O}"), "InfoShare: a test alert",
        $"Somebody asked for this in the console, to see that it arrives. There is nothing to do.\n\nAll alerts: {Link(console, "/alerts")}\n", Write("test", now, []));

    private static string Link(Uri? console, string page) => console is null ? page : new Uri(console, page).ToString();

    private static string IdOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private static byte[] Write(string type, DateTimeOffset now, IEnumerable<Item> alerts) =>
        JsonSerializer.SerializeToUtf8Bytes(new { Type = type, At = now, Alerts = alerts }, JsonSerializerOptions.Web);

    private sealed record Item(string Key, string Kind, string Subject, string News, long Count, bool Urgent, DateTimeOffset Since, string Title, string ToDo, string Link);
}
