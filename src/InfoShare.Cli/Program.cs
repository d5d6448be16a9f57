using InfoShare.Cli.Audits;
using InfoShare.Cli.Board;
using InfoShare.Cli.Certificates;
using InfoShare.Cli.Checks;
using InfoShare.Cli.Chronologies;
using InfoShare.Cli.Cluster;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Consoles;
using InfoShare.Cli.Deadlines;
using InfoShare.Cli.Deliveries;
using InfoShare.Cli.Demo;
using InfoShare.Cli.Directories;
using InfoShare.Cli.Emergencies;
using InfoShare.Cli.Escalations;
using InfoShare.Cli.Hosting;
using InfoShare.Cli.Identity;
using InfoShare.Cli.Incidents;
using InfoShare.Cli.Index;
using InfoShare.Cli.Moves;
using InfoShare.Cli.Plans;
using InfoShare.Cli.Policies;
using InfoShare.Cli.Provisioning;
using InfoShare.Cli.Responses;
using InfoShare.Cli.Status;
using InfoShare.Policy;

var (output, error) = (Console.Out, Console.Error);

return await CommandLine.RunAsync(
    CommandLine.Root(
        RunCommand.Create((options, stop) => new HostRun(output, error).RunAsync(options, Parts.All, stop)),
        RoutingCommand.Create((options, name, stop) => new HostRun(output, error).RunAsync(options, Parts.Router(name), stop)),
        AdapterCommand.Create(
            (options, participants, stop) => new HostRun(output, error).RunAsync(options, Parts.Adapters(participants), stop),
            new AdapterCheckRun(TimeProvider.System, output, error).RunAsync),
        DemoCommand.Create(new DemoRun(output, error).RunAsync),
        ClusterCommand.Create(new ClusterRun(output, error).UpAsync, new ClusterRun(output, error).DownAsync, new ClusterRun(output, error).RunAsync),
        HealthCommand.Create(new HealthRun(output, error).RunAsync),
        ConsoleCommand.Create(new ConsoleRun(output, error).RunAsync),
        DirectoryCommand.Create(new DirectoryCheckRun(DirectoryFindings.Of, output, error).RunAsync),
        IdentityCommand.Create(
            new IdentityListRun(output, error).ReviewsAsync, new IdentityListRun(output, error).WhoAsync,
            new IdentityRun(output, error).LookAsync, new IdentityRun(output, error).DecideAsync, new IdentityRun(output, error).UnlinkAsync),
        IndexCommand.Create(
            IndexEvaluateCommand.Create(new IndexEvaluateRun(TimeProvider.System, output, error).RunAsync),
            IndexExplainCommand.Create(new IndexExplainRun(output, error).RunAsync),
            IndexLoadCommand.Create(new IndexLoadRun(TimeProvider.System, output, error).RunAsync),
            ImportPostcodesCommand.Create(new ImportPostcodesRun(TimeProvider.System, output, error).RunAsync)),
        ClocksCommand.Create(new ClocksDueRun(output, error).RunAsync, new ClocksListRun(TimeProvider.System, output, error).RunAsync),
        AuditCommand.Create(new AuditVerifyRun(output, error).RunAsync, new AuditExportRun(output, error).RunAsync),
        PolicyCommand.Create(
            PolicyCheckCommand.Create(new PolicyCheckRun(output).RunAsync),
            PolicyTestCommand.Create(new PolicyTestRun(output, error).RunAsync),
            PolicyExplainCommand.Create(new PolicyExplainRun(SharingPolicies.OfThisRelease, output, error).RunAsync),
            PolicyReplayCommand.Create(new PolicyReplayRun(output, error).RunAsync),
            PolicyConformanceCommand.Create(new ConformanceRun(TimeProvider.System, output, error).RunAsync)),
        DeliveriesCommand.Create(new DeliveriesListRun(output, error).RunAsync),
        ChronologyCommand.Create(new ChronologyRun(output, error).RunAsync),
        EscalationsCommand.Create(new EscalationsRun(output, error).RunAsync),
        IncidentsCommand.Create(new IncidentsRun(output, error).ListAsync, new IncidentsRun(output, error).RecallAsync, new IncidentsRun(output, error).CloseAsync),
        PlansCommand.Create(new PlansRun(output, error).RunAsync),
        BoardCommand.Create(new BoardRun(TimeProvider.System, output, error).RunAsync),
        ResponsesCommand.Create(new ResponsesRun(TimeProvider.System, output, error).RunAsync),
        MovesCommand.Create(
            new MovesRun(TimeProvider.System, output, error).ListAsync, new MovesRun(TimeProvider.System, output, error).LostAsync,
            new MovesRun(TimeProvider.System, output, error).TransfersAsync),
        EmergencyCommand.Create(
            new EmergencyRun(Console.In, output, error).StartAsync, new EmergencyRun(Console.In, output, error).StopAsync,
            new EmergencyRun(Console.In, output, error).ReviewAsync, new EmergencyListRun(TimeProvider.System, output, error).RunAsync),
        ProvisionCommand.Create(new ProvisionRun(TimeProvider.System, output, error).RunAsync),
        CertsCommand.Create(new CertsRun(TimeProvider.System, output, error).RunAsync)),
    args, output, error);
