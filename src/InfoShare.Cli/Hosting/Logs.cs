using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace InfoShare.Cli.Hosting;

/// <summary>Logs hold ids, counts and codes. They go to a file of the data folder, and to standard error where that is wanted.</summary>
internal static class Logs
{
    private const string Form = "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffZ} {Level:u3} {SourceContext} {Message:lj}{NewLine}";
    private const int KeepDays = 31;

    public static Logger Open(string dataFolder, string name, LogLevel least, bool toConsole)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Is(Level(least))
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            // It repeats, in other words, what the command itself says of a port in use.
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
            // It warns of each page that pages are not cached, as is meant.
            .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Error)
            .Enrich.FromLogContext()
            // Messages only: an exception's text can hold what was being read.
            .WriteTo.File(
                Path.Combine(dataFolder, "logs", name + "-.log"), outputTemplate: Form, rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: KeepDays, formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        if (toConsole)
        {
            logger.WriteTo.Console(
                outputTemplate: Form, standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        }

        return logger.CreateLogger();
    }

    private static LogEventLevel Level(LogLevel level) => level switch
    {
        LogLevel.Debug => LogEventLevel.Debug,
        LogLevel.Information => LogEventLevel.Information,
        LogLevel.Warning => LogEventLevel.Warning,
        _ => LogEventLevel.Error,
    };
}
