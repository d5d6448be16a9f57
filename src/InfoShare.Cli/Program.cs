using InfoShare.Cli.Commands;

return await CommandLine.RunAsync(CommandLine.Root(), args, Console.Out, Console.Error);
