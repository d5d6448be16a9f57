using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using InfoShare.Console.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace InfoShare.Console.Security;

/// <summary>Signs in by an OAuth 2.0 provider (RFC 6749, with PKCE, RFC 7636): it says who, the account here says what they may.</summary>
internal static class ProviderSignIn
{
    public const string Scheme = "provider";
    private const string Start = "/sign-in/provider";
    private const string Refused = "/sign-in?refused=provider";

    public static void Configure(OAuthOptions options, SignInProvider provider, bool https)
    {
        options.SignInScheme = Viewer.Scheme;
        options.AuthorizationEndpoint = provider.Authorization.ToString();
        options.TokenEndpoint = provider.Token.ToString();
        options.UserInformationEndpoint = provider.UserInfo.ToString();
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.CallbackPath = "/sign-in/back";
        options.UsePkce = true;
        foreach (var scope in provider.Scopes)
            options.Scope.Add(scope);
        options.CorrelationCookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.Events.OnCreatingTicket = context => TicketAsync(context, provider.NameClaim);
        options.Events.OnRemoteFailure = context =>
        {
            context.Response.Redirect(Refused);
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    /// <summary>Where the button leads.</summary>
    public static void MapProvider(this IEndpointRouteBuilder app) => app.MapGet(Start, (string? next) => Results.Challenge(
        new AuthenticationProperties { RedirectUri = next is ['/', not '/' and not '\\', ..] ? next : "/" }, [Scheme])).AllowAnonymous();

    private static async Task TicketAsync(OAuthCreatingTicketContext context, string nameClaim)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, context.Options.UserInformationEndpoint);
        asked.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        using var answer = await context.Backchannel.SendAsync(asked, context.HttpContext.RequestAborted);
        var user = answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>(context.HttpContext.RequestAborted) : default;
        var name = user.ValueKind is JsonValueKind.Object && user.TryGetProperty(nameClaim, out var claim) && claim.ValueKind is JsonValueKind.String ? claim.GetString() : null;
        if (name is not null && await context.HttpContext.RequestServices.GetRequiredService<SignInDesk>().SignInAsync(name) is { } principal)
            context.Principal = principal;
        else
            throw new AuthenticationFailureException("the provider's name is no account's");
    }
}
