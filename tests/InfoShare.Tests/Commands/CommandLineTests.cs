using System.CommandLine;
using InfoShare.Broker.Certificates;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Clocks;
using InfoShare.Policy.Explaining;
using InfoShare.Routing.Emergency;
using Xunit;

namespace InfoShare.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();
    private object? asked;

    [Fact]
    public async Task Run_takes_its_options()
    {
        Assert.Equal(0, await RunAsync("run", "--data", "a b", "--port", "0", "--transport", "rabbitmq", "--database", "postgres", "--config", "c.yaml"));
        Assert.Equal(new RunOptions { Data = "a b", Port = 0, Config = "c.yaml", Transport = Transport.RabbitMq, Database = Database.Postgres }, asked);
    }

    [Fact]
    public async Task What_is_not_said_is_left_to_the_configuration()
    {
        Assert.Equal(0, await RunAsync("run"));
        Assert.Equal(new RunOptions(), asked);
    }

    [Fact]
    public async Task The_other_commands_take_theirs()
    {
        await RunAsync("demo", "--json", "--data", "d", "--transport", "in-memory", "--serve", "--console-port", "0");
        Assert.Equal(new DemoOptions("d", true, Transport.InMemory, null, true, 0), asked);
        await RunAsync("routing", "run", "--name", "routing-2", "--port", "0");
        Assert.Equal((new RunOptions { Port = 0 }, "routing-2"), asked);
        await RunAsync("adapter", "run", "police-suffolk", "--port", "0");
        Assert.Equal((new RunOptions { Port = 0 }, "police-suffolk"), asked);
        await RunAsync("adapter", "check", "cin", "a b.xml", "--participant", "social-care-suffolk", "--config", "c.yaml", "--as-of", "2026-11-20", "--json");
        Assert.Equal(new AdapterCheckOptions("cin", "a b.xml", "social-care-suffolk", "c.yaml", new(2026, 11, 20), true), asked);
        await RunAsync("directory", "check", "--json", "who is who.yaml");
        Assert.Equal(new DirectoryOptions("who is who.yaml", true), asked);
        await RunAsync("policy", "test", "policies/scenarios", "--set", "next", "--json");
        Assert.Equal(new PolicyTestOptions("policies/scenarios", "next", true), asked);
        await RunAsync("index", "import-postcodes", "f", "--data", "d", "--json");
        Assert.Equal(new ImportPostcodesOptions("f", "d", true), asked);
        await RunAsync("index", "load", "7", "--data", "d", "--json");
        Assert.Equal(new IndexLoadOptions(7, "d", true), asked);
        await RunAsync("audit", "verify", "--data", "d");
        Assert.Equal(new AuditOptions("d", null, false), asked);
        await RunAsync("audit", "export", "--fhir", "--since", "2026-11-20", "--out", "o");
        Assert.Equal(new AuditExportOptions(new(2026, 11, 20), "o", null, null), asked);
        await RunAsync("policy", "replay", "--since", "2026-11-20T09:00+01:00", "--set", "duty-to-disclose", "--policies", "p", "--data", "d", "--json");
        Assert.Equal(new PolicyReplayOptions(new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero), "duty-to-disclose", "p", "d", null, true), asked);
        await RunAsync("deliveries", "list", "--state", "held", "--sender", "s", "--recipient", "urn/1#r", "--message", "m", "--since", "2026-11-20", "--most", "7", "--data", "d", "--json");
        Assert.Equal(new DeliveriesListOptions("held", "s", "urn/1#r", "m", new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), 7, new("d", null, true)), asked);
        await RunAsync("moves", "lost", "--most", "7", "--data", "d", "--json");
        Assert.Equal(new MovesOptions(7, new("d", null, true)), asked);
        await RunAsync("chronology", "d1", "--family", "--why", "a conference", "--by", "chair", "--csv", "c", "--page", "p", "--port", "0");
        Assert.Equal(new ChronologyOptions("d1", true, "a conference", "chair", "c", "p", new(null, null, 0, false)), asked);
        await RunAsync("policy", "replay", "--since", "2026-11-20");
        Assert.Equal(new PolicyReplayOptions(new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), null, null, null, null, false), asked);
    }

    [Fact]
    public async Task The_commands_about_the_broker_take_theirs()
    {
        await RunAsync("provision", "--plan", "--config", "c.yaml", "--json");
        Assert.Equal(new ProvisionOptions("c.yaml", Plan: true, Json: true), asked);
        await RunAsync("certs", "issue", "broker-1", "--broker", "--dns", "a.example", "--dns", "b.example", "--folder", "f");
        var options = Assert.IsType<CertsOptions>(asked);
        Assert.Equal(["a.example", "b.example"], options.Hosts);
        Assert.Equal(new(CertsTask.Issue, "f", "broker-1", CertificateUse.Broker, [], null, Json: false), options with { Hosts = [] });
        await RunAsync("certs", "revoke", "police-kent", "--config", "c.yaml");
        Assert.Equal((CertsTask.Revoke, "police-kent", "c.yaml"), (((CertsOptions)asked!).Task, ((CertsOptions)asked).Name, ((CertsOptions)asked).Config));
        await RunAsync("certs", "list");
        Assert.Equal((CertsTask.List, null), (((CertsOptions)asked!).Task, ((CertsOptions)asked).Name));
    }

    [Fact]
    public async Task The_commands_about_policy_take_theirs()
    {
        await RunAsync("policy", "explain", "d1", "--audience", "sender", "--data", "d", "--config", "c.yaml", "--json");
        Assert.Equal(new PolicyExplainOptions("d1", Audience.Sender, "d", "c.yaml", true), asked);
        await RunAsync("policy", "explain", "d1");
        Assert.Equal(new PolicyExplainOptions("d1", Audience.Governance, null, null, false), asked);
        await RunAsync("policy", "check", "--json");
        Assert.Equal(new PolicyCheckOptions(null, true), asked);
        await RunAsync("policy", "check", "our policies");
        Assert.Equal(new PolicyCheckOptions("our policies", false), asked);
    }

    [Fact]
    public async Task The_commands_about_emergency_access_take_theirs()
    {
        await RunAsync("emergency", "start", "d1", "--reason", "child-missing", "--text-file", "-", "--by", "duty manager", "--port", "5081");
        Assert.Equal(new EmergencyStartOptions("d1", "child-missing", "-", "duty manager", 4, new(null, null, 5081, false)), asked);
        await RunAsync("emergency", "stop", "e1", "--by", "x", "--data", "d");
        Assert.Equal(new EmergencyStopOptions("e1", "x", new("d", null, null, false)), asked);
        await RunAsync("emergency", "review", "e1", "--by", "x", "--outcome", "not-justified", "--json");
        Assert.Equal(new EmergencyReviewOptions("e1", "x", ReviewOutcome.NotJustified, new(null, null, null, true)), asked);
        await RunAsync("emergency", "list", "--overdue", "--config", "c.yaml");
        Assert.Equal(new EmergencyListOptions(true, false, new(null, "c.yaml", null, false)), asked);
    }

    [Fact]
    public async Task The_commands_about_clocks_take_theirs()
    {
        await RunAsync("clocks", "due", "--clock", "da-notice", "--from", "2026-07-01T16:00", "--school", "999998", "--area", "E06000063", "--config", "c.yaml", "--json");
        Assert.Equal(new ClocksDueOptions(NamedClocks.Named("da-notice")!, new(2026, 7, 1, 16, 0, 0, TimeSpan.FromHours(1)), "urn/999998", "E06000063", "c.yaml", true), asked);
        await RunAsync("clocks", "due", "--clock", "da-notice", "--from", "2026-11-20", "--school", "urn/999998");
        Assert.Equal(new ClocksDueOptions(NamedClocks.Named("da-notice")!, new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), "urn/999998", null, null, false), asked);
        await RunAsync("clocks", "list", "--area", "E10000029", "--json");
        Assert.Equal(new ClocksListOptions("E10000029", null, true), asked);
    }

    [Fact]
    public async Task A_handlers_exit_code_is_the_commands()
    {
        Assert.Equal(7, await CommandLine.RunAsync(
            CommandLine.Root(DemoCommand.Create((_, _) => Task.FromResult(7))), ["demo"], output, error));
    }

    [Theory]
    [InlineData("--transport must be in-memory or rabbitmq", "run", "--transport", "kafka")]
    [InlineData("--database must be sqlite or postgres", "demo", "--database", "oracle")]
    [InlineData("--name must be", "routing", "run", "--name", "../x")]
    [InlineData("argument", "adapter", "run")]
    [InlineData("FORMAT must be one of ", "adapter", "check", "fax", "a.xml")]
    [InlineData("check", "adapter", "check", "cin")]
    [InlineData("--port must be a number between 0 and 65535", "run", "--port", "65536")]
    [InlineData("--port", "run", "--port", "-1")]
    [InlineData("--port", "run", "--port", "eighty")]
    [InlineData("--port", "run", "--port")]
    [InlineData("--data must name a folder", "run", "--data", " ")]
    [InlineData("--colour", "run", "--colour", "red")]
    [InlineData("extra", "demo", "extra")]
    [InlineData("fly", "fly")]
    [InlineData("", "directory")]
    [InlineData("check", "directory", "check")]
    [InlineData("", "audit")]
    [InlineData("test", "policy", "test")]
    [InlineData("--fhir", "audit", "export", "--since", "2026-11-20")]
    [InlineData("--since must be a day that exists, written yyyy-MM-dd", "audit", "export", "--fhir", "--since", "20/11/2026")]
    [InlineData("--since must be a day or a time that exists", "policy", "replay", "--since", "yesterday")]
    [InlineData("--since must be a day or a time that exists", "policy", "replay", "--since", "2026-02-30")]
    [InlineData("", "policy")]
    [InlineData("explain", "policy", "explain")]
    [InlineData("--audience must be one of sender, recipient, operator, governance", "policy", "explain", "d1", "--audience", "everybody")]
    [InlineData("--reason must be one of immediate-danger,", "emergency", "start", "d1", "--reason", "curious", "--text-file", "t", "--by", "x")]
    [InlineData("--hours must be a number between 1 and 24", "emergency", "start", "d1", "--reason", "child-missing", "--text-file", "t", "--by", "x", "--hours", "25")]
    [InlineData("--by", "emergency", "stop", "e1")]
    [InlineData("--outcome must be one of justified, not-justified", "emergency", "review", "e1", "--by", "x", "--outcome", "fine")]
    [InlineData("", "clocks")]
    [InlineData("--from", "clocks", "due", "--clock", "da-notice")]
    [InlineData("--clock: there is no clock with this name", "clocks", "due", "--clock", "da-notices", "--from", "2026-11-20")]
    [InlineData("--from: must be a day or a time that exists", "clocks", "due", "--clock", "da-notice", "--from", "2026-02-30")]
    [InlineData("--school: must be a school's URN, six digits", "clocks", "due", "--clock", "da-notice", "--from", "2026-11-20", "--school", "12345")]
    [InlineData("--area: must be the GSS code of a local authority", "clocks", "list", "--area", "E99999999")]
    [InlineData("", "certs")]
    [InlineData("issue", "certs", "issue")]
    [InlineData("--broker", "certs", "renew", "police-kent", "--broker")]
    public async Task What_is_not_understood_is_one_clear_line_and_exit_2(string says, params string[] args)
    {
        Assert.Equal(2, await RunAsync(args));
        Assert.Null(asked);
        Assert.Empty(output.ToString());
        Assert.Contains(says, Assert.Single(error.ToString().TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData()]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("run", "--help")]
    public async Task Help_goes_to_standard_output_and_exits_0(params string[] args)
    {
        Assert.Equal(0, await RunAsync(args));
        Assert.Empty(error.ToString());
        Assert.Contains(args is ["run", ..] ? "--transport" : "audit", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_option_and_argument_explains_itself()
    {
        foreach (var command in All(Root()))
        {
            Assert.False(string.IsNullOrEmpty(command.Description), command.Name);
            Assert.All(command.Options, option => Assert.False(string.IsNullOrEmpty(option.Description), option.Name));
            Assert.All(command.Arguments, argument => Assert.False(string.IsNullOrEmpty(argument.Description), argument.Name));
        }
    }

    [Fact]
    public async Task The_scripts_help_names_every_command_and_option()
    {
        var script = await File.ReadAllTextAsync(Path.Combine(Sources.Root, "infoshare"), TestContext.Current.CancellationToken);
        var help = script[..script.IndexOf("\nTEXT\n", StringComparison.Ordinal)];

        foreach (var command in All(Root()).Skip(1))
        {
            Assert.Contains($"./infoshare {Parent(command)}", help, StringComparison.Ordinal);
            var start = help.IndexOf($"./infoshare {Parent(command)}", StringComparison.Ordinal);
            var next = help.IndexOf("./infoshare ", start + 1, StringComparison.Ordinal);
            Assert.All(command.Options, option => Assert.Contains(option.Name, help[start..next], StringComparison.Ordinal));
        }

        static string Parent(Command command) => command.Parents.First() is not RootCommand ? $"{command.Parents.First().Name} {command.Name}" : command.Name;
    }

    [Fact]
    public async Task The_script_hands_on_every_command()
    {
        var script = await File.ReadAllTextAsync(Path.Combine(Sources.Root, "infoshare"), TestContext.Current.CancellationToken);
        var handedOn = script.Split('\n').Single(line => line.StartsWith("  run | ", StringComparison.Ordinal)).Trim(' ', ')').Split(" | ");

        Assert.Equal(Root().Subcommands.Select(command => command.Name).Order(StringComparer.Ordinal), handedOn.Order(StringComparer.Ordinal));
    }

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(Root(), args, output, error);

    private RootCommand Root() => CommandLine.Root(
        RunCommand.Create(Note),
        RoutingCommand.Create((options, name, stop) => Note((options, name), stop)),
        AdapterCommand.Create((options, participants, stop) => Note((options, string.Join(',', participants)), stop), Note),
        ClusterCommand.Create(Note, Note, Note),
        HealthCommand.Create(Note),
        ProvisionCommand.Create(Note), CertsCommand.Create(Note), DeliveriesCommand.Create(Note),
        EmergencyCommand.Create(Note, Note, Note, Note),
        IdentityCommand.Create(Note, Note, Note, Note, Note),
        ClocksCommand.Create(Note, Note), MovesCommand.Create(Note, Note, Note), ChronologyCommand.Create(Note), ResponsesCommand.Create(Note), IncidentsCommand.Create(Note, Note, Note), EscalationsCommand.Create(Note), PlansCommand.Create(Note), BoardCommand.Create(Note),
        DemoCommand.Create(Note), ConsoleCommand.Create(Note), DirectoryCommand.Create(Note), IndexCommand.Create(IndexEvaluateCommand.Create(Note), IndexExplainCommand.Create(Note), IndexLoadCommand.Create(Note), ImportPostcodesCommand.Create(Note)), AuditCommand.Create(Note, Note), PolicyCommand.Create(PolicyCheckCommand.Create(Note), PolicyTestCommand.Create(Note), PolicyExplainCommand.Create(Note), PolicyReplayCommand.Create(Note), PolicyConformanceCommand.Create(Note)));

    private Task<int> Note<T>(T options, CancellationToken cancellationToken)
    {
        asked = options;
        return Task.FromResult(0);
    }

    private static IEnumerable<Command> All(Command command) => [command, .. command.Subcommands.SelectMany(All)];
}
