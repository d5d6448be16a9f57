using System.Net;
using InfoShare.Console;
using InfoShare.Console.Hosting;
using InfoShare.Console.Participants;
using InfoShare.Console.Security;
using InfoShare.Policy;
using InfoShare.Storage.Audit;
using InfoShare.Tests.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoShare.Tests.Console;

/// <summary>The console on a routing of the test, over HTTP, without a browser.</summary>
internal sealed class ConsoleOverHttp : IAsyncDisposable
{
    private const string Password = "four-invented-words";

    /// <summary>The name of an account is its role, or whom it is of.</summary>
    private static readonly AccountWish[] Accounts =
    [
        new("governance lead", ["governance-lead"]), new("duty manager", ["governance-lead"]), new("auditor", ["auditor"]), new("identity reviewer", ["identity-reviewer"]),
        new("board analyst", ["board-analyst"]), new("school lead", ["safeguarding-lead"], "urn/999998"), new("other school lead", ["safeguarding-lead"], "urn/999999"),
        new("front door lead", ["safeguarding-lead"], "la/E06000063"), new("operator", ["operator"]), new("second operator", ["operator"]), new("administrator", ["administrator"]),
    ];

    private readonly RoutingFixture routing;
    private readonly TemporaryFolder keys;
    private readonly WebApplication app;
    private readonly List<Visitor> visitors = [];

    private ConsoleOverHttp(RoutingFixture routing, TemporaryFolder keys, WebApplication app) => (this.routing, this.keys, this.app) = (routing, keys, app);

    public static async Task<ConsoleOverHttp> StartAsync(RoutingFixture routing, IBrokerAccess? access = null)
    {
        var keys = new TemporaryFolder();
        var context = new ConsoleContext(routing.Store, routing.Directory, routing.Service.Policies, routing.Service.Desks, new NoBroker(), routing.Clock) { Access = access ?? new NoBrokerAccess() };
        var app = ConsoleApp.Build(context, new(IPAddress.Loopback, 0, null, keys.File("console")), NullLoggerProvider.Instance);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(routing, keys, app);
    }

    public async Task<Visitor> SignInAsync(string name)
    {
        await app.Services.GetRequiredService<AccountDesk>().MakeForDemoAsync(Accounts.Where(account => account.Name == name), Password);
        var visitor = new Visitor(new(app.Urls.First()));
        visitors.Add(visitor);
        await visitor.PostAsync("/sign-in", "/sign-in", ("Name", name), ("Password", Password));
        return visitor;
    }

    /// <summary>Somebody whose account, an operator's, somebody else here made.</summary>
    public async Task<Visitor> MakeAndSignInAsync(string by, string name)
    {
        var desk = app.Services.GetRequiredService<AccountDesk>();
        var maker = new Viewer(Token(by), by, [], null, null, null, Demo: false, MustChange: false);
        var given = (await desk.MakeAsync(new(name, ["operator"]), maker)).Password!;
        var visitor = new Visitor(new(app.Urls.First()));
        visitors.Add(visitor);
        await visitor.PostAsync("/sign-in", "/sign-in", ("Name", name), ("Password", given));
        await visitor.PostAsync("/account", "?handler=Password", ("old", given), ("new", Password));
        return visitor;
    }

    /// <summary>What stands for a name in the audit.</summary>
    private string Token(string name) => app.Services.GetRequiredService<ConsoleContext>().TokenOf(name);

    /// <summary>What the console's own audit says of a kind, with what it was about.</summary>
    public IReadOnlyList<string> Audited(string kind) => [.. routing.Store.Read(scope => scope.Stream<AuditRow>("select * from audit order by writer, n").ToList()).Where(row => row.Kind == kind).Select(row => row.About)];

    public async ValueTask DisposeAsync()
    {
        visitors.ForEach(visitor => visitor.Dispose());
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        keys.Dispose();
    }
}
