using System.Net;

namespace InfoShare.Adapters.HandOver.Push;

/// <summary>What an HTTP status that is not a success says about trying again.</summary>
internal static class Answers
{
    private static readonly TimeSpan LongestWish = TimeSpan.FromHours(1);

    /// <summary>Too busy or broken: another time. Everything else: the request is not wanted.</summary>
    public static PushOutcome Unsuccessful(HttpResponseMessage answer, DateTimeOffset now) => answer.StatusCode switch
    {
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
            new PushOutcome.NotNow(Words(answer), WishOf(answer, now)),
        _ => new PushOutcome.Refused(Words(answer)),
    };

    /// <summary>No answer at all.</summary>
    public static PushOutcome Silence(Exception e) => new PushOutcome.NotNow($"did not answer ({e.GetType().Name})");

    private static string Words(HttpResponseMessage answer) => $"answered {(int)answer.StatusCode}";

    /// <summary><c>Retry-After</c>, up to an hour.</summary>
    private static TimeSpan? WishOf(HttpResponseMessage answer, DateTimeOffset now) =>
        (answer.Headers.RetryAfter?.Delta ?? answer.Headers.RetryAfter?.Date - now) is { } wish
            ? TimeSpan.FromTicks(Math.Clamp(wish.Ticks, 0, LongestWish.Ticks))
            : null;
}
