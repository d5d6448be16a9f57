using InfoShare.Console.Alerts;
using InfoShare.Console.Approvals;
using InfoShare.Console.Board;
using InfoShare.Console.Failures;
using InfoShare.Console.Flow;
using InfoShare.Console.Inboxes;
using InfoShare.Console.Participants;
using InfoShare.Console.Policies;
using InfoShare.Console.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InfoShare.Console.Hosting;

/// <summary>The console as a web application of its own.</summary>
public static class ConsoleApp
{
    /// <summary>Longer than any form here; a page is asked for with much less.</summary>
    private const int MostBytes = 256 * 1024;

    public static WebApplication Build(ConsoleContext console, ConsoleSettings settings, ILoggerProvider log)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddProvider(log).AddFilter("Microsoft", LogLevel.Warning);
        Listen(builder, settings);
        AddParts(builder.Services, console);
        builder.Services.AddAlerts(settings.Alerts, console.Clock);
        AddPages(builder.Services);
        AddSignIn(builder.Services, settings);
        var app = builder.Build();
        Answer(app);
        return app;
    }

    private static void Listen(WebApplicationBuilder builder, ConsoleSettings settings)
    {
        if (settings.Certificate is null)
            builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]"; // a page of another origin must not reach this one under a name of its own
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(settings.Address, settings.Port, listen =>
            {
                if (settings.Certificate is { } certificate)
                    listen.UseHttps(certificate);
            });
            kestrel.Limits.MaxRequestBodySize = MostBytes;
            kestrel.AddServerHeader = false;
        });
    }

    private static void AddParts(IServiceCollection services, ConsoleContext console)
    {
        services.AddSingleton(console);
        services.AddSingleton<HearingWatch>().AddHostedService(provider => provider.GetRequiredService<HearingWatch>());
        services.AddSingleton<FlowWatch>().AddHostedService(provider => provider.GetRequiredService<FlowWatch>());
        services.AddSingleton<BoardCounting>();
        services.AddHostedService<PoliciesFollowed>();
        services.AddSingleton<ReplayWatch>().AddHostedService(provider => provider.GetRequiredService<ReplayWatch>());
        services.AddSingleton<ShadowDesk>().AddHostedService<ShadowWatch>();
        services.AddSingleton<PolicyDesk>().AddSingleton<IApprovedAction, PolicyActivation>();
        services.AddSingleton<SignInDesk>().AddSingleton<AccountDesk>().AddSingleton<ApprovalDesk>();
        services.AddSingleton<PostBox>();
        services.AddSingleton<IApprovedAction, RetryAction>().AddSingleton<IApprovedAction, GiveUpAction>();
        services.AddSingleton<AccessDesk>().AddSingleton<IApprovedAction, AccessAction>().AddHostedService<AccessWatch>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AuditedRefusals>();
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddRazorPages(pages => pages.RootDirectory = "/Pages")
            .AddApplicationPart(typeof(ConsoleApp).Assembly)
            .AddMvcOptions(mvc => mvc.Filters.Add<AuditedViews>());
        services.AddResponseCompression(compression =>
        {
            // Only what is the same for everybody: what is secret must not be squeezed together with what somebody else chose.
            compression.MimeTypes = ["text/css", "text/javascript", "image/svg+xml"];
            compression.EnableForHttps = true;
        });
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "infoshare-form");
    }

    private static void AddSignIn(IServiceCollection services, ConsoleSettings settings)
    {
        services.AddDataProtection().SetApplicationName("InfoShare console").PersistKeysToFileSystem(new(settings.KeysFolder));
        var authentication = services.AddAuthentication(Viewer.Scheme).AddCookie(Viewer.Scheme, cookie => SessionCookie.Configure(cookie, https: settings.Certificate is not null));
        if (settings.Provider is { } provider)
        {
            services.AddSingleton(provider);
            authentication.AddOAuth(ProviderSignIn.Scheme, oauth => ProviderSignIn.Configure(oauth, provider, https: settings.Certificate is not null));
        }

        var authorization = services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var permission in Permissions.Known.Keys)
            authorization.AddPolicy(permission, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => Viewer.Of(context.User) is { } viewer && viewer.May(permission)));
    }

    /// <summary>No text here holds it, and PostgreSQL takes none that does.</summary>
    private static Task RefuseNulAsync(HttpContext context, Func<Task> next)
    {
        if (context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) is not true)
            return next();
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static void Answer(WebApplication app)
    {
        app.UseExceptionHandler("/problem");
        app.UseStatusCodePagesWithReExecute("/problem/{0}");
        app.Use(SecurityHeaders.AddAsync);
        app.Use(RefuseNulAsync);
        app.UseResponseCompression();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapAssets();
        app.MapRazorPages();
        app.MapFlow();
        app.MapAlerts();
        app.MapHealth();
        if (app.Services.GetService<SignInProvider>() is not null)
            app.MapProvider();
    }
}
