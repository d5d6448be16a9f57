using InfoShare.Cli.Audits;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Demo;
using InfoShare.Cli.Directories;
using InfoShare.Cli.Hosting;

var (output, error) = (Console.Out, Console.Error);

return await CommandLine.RunAsync(
    CommandLine.Root(
        RunCommand.Create(new HostRun(output, error).RunAsync),
        DemoCommand.Create(new DemoRun(output, error).RunAsync),
        DirectoryCommand.Create(new DirectoryCheckRun(DirectoryFindings.Of, output, error).RunAsync),
        AuditCommand.Create(new AuditVerifyRun(output, error).RunAsync)),
    args, output, error);
