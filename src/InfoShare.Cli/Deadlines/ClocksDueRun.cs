using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Clocks;
using InfoShare.Directory;

namespace InfoShare.Cli.Deadlines;

/// <summary>Runs <c>infoshare clocks due</c>. Exit code 0 with a deadline, 1 where it cannot be said.</summary>
public sealed class ClocksDueRun(TextWriter output, TextWriter error)
{
    /// <summary>The school of the sample directory whose calendar counts where no school is named.</summary>
    private const string SampleSchool = "urn/999998";

    public async Task<int> RunAsync(ClocksDueOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (await ConfigurationLoader.LoadAsync(new() { Config = options.Config }, error, cancellationToken) is not { } settings)
            return 1;
        try
        {
            var directory = DirectoryOpening.Read(settings);
            var day = London.DayOf(options.From);
            var school = options.School is { } id ? directory.OrganisationWith(id, day) ?? throw new CannotStartException("--school: there is no school with this URN in the directory on that day") : null;
            var clock = directory.ClockIn(options.Area ?? school?.Areas[0], options.Clock, day);
            var calendar = school is null ? OfSample() : directory.SchoolCalendarOf(school.Id);
            return await SayAsync(clock, options, ClockRun.Of(clock, options.From, new(BankHolidays.England, calendar)));
        }
        catch (CannotStartException e)
        {
            return await Failure.SayAsync(e.Message, options.Json, output, error);
        }
    }

    private static SchoolCalendar OfSample()
    {
        var calendar = DirectoryFile.Read(SampleDirectory.Yaml).Directory!.SchoolCalendarOf(SampleSchool)!;
        return calendar with { Name = $"{calendar.Name} (sample)" };
    }

    private async Task<int> SayAsync(NamedClock clock, ClocksDueOptions options, Deadline deadline)
    {
        if (deadline is not Deadline.Due due)
            return await Failure.SayAsync($"{clock.Name}: {((Deadline.Fault)deadline).Missing}", options.Json, output, error);
        if (options.Json)
            await output.WriteLineAsync(JsonSerializer.Serialize(new { Clock = clock.Name, options.From, Due = due.At, due.Calendar, due.Source }, JsonSerializerOptions.Web));
        else
            await output.WriteLineAsync($"{clock.Name}: by {due.At:yyyy-MM-dd'T'HH:mm:sszzz}, {clock.Length}, {due.Calendar} ({due.Source})");
        return 0;
    }
}
