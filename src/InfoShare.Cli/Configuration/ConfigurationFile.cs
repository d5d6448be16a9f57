using System.Text.RegularExpressions;
using InfoShare.Directory.Yaml;

namespace InfoShare.Cli.Configuration;

/// <summary>What came of reading a configuration: the settings, or everything that is wrong.</summary>
/// <param name="Settings">Null when there are problems.</param>
/// <param name="Problems">In the order of the lines; empty when there are settings.</param>
public sealed record ConfigurationReading(Settings? Settings, IReadOnlyList<LineProblem> Problems);

/// <summary>Reads a configuration from its YAML text. Pure and total; strict, because a misspelt key would silently mean its default.</summary>
public static partial class ConfigurationFile
{
    private const int OneDay = 24 * 60 * 60;
    private const int MostDays = 36_500;
    private const int MostSessions = 1000;

    public static ConfigurationReading Read(string yaml)
    {
        var problems = new List<LineProblem>();
        var root = YamlTree.Read(yaml, (line, problem) => problems.Add(new(line, "", problem)));
        if (problems.Count > 0)
            return new(null, problems);

        var top = new Section(root, "", problems);
        var settings = ReadTop(top, problems);
        top.RefuseUnknown();
        problems.AddRange(FolderRules.Check(settings, "/").Select(p => p with { Line = Math.Max(top.Line(p.Key), top.Line("data")) }));
        return problems.Count == 0 ? new(settings, []) : new(null, [.. problems.OrderBy(p => p.Line)]);
    }

    private static Settings ReadTop(Section top, List<LineProblem> problems)
    {
        var defaults = new Settings();
        if (top.Text("listen") is { } listen && listen != Settings.Listen)
            top.Refuse("listen", $"must be {Settings.Listen}: other machines may connect only with certificates, which this release does not have", 0);
        return new()
        {
            Port = top.Whole("port", defaults.Port, 0, 65_535),
            Data = top.Text("data") ?? defaults.Data,
            Keys = top.Text("keys"),
            Directory = top.Text("directory"),
            Policies = top.Text("policies"),
            Participants = ReadParticipants(top.Inner("participants"), problems),
            Retention = ReadRetention(top.Inner("retention")),
            Dispatcher = ReadDispatcher(top.Inner("dispatcher")),
            Transport = PartsSections.ReadTransport(top.Inner("transport")),
            Database = PartsSections.ReadDatabase(top.Inner("database")),
            Pull = HandOverSections.ReadPull(top.Inner("pull")),
            Console = ConsoleConfiguration.Read(top.Inner("console")),
            Alerts = AlertsConfiguration.Read(top.Inner("alerts")),
            Telemetry = TelemetryConfiguration.Read(top.Inner("telemetry")),
            Logs = ReadLogs(top.Inner("logs")),
        };
    }

    private static Dictionary<string, ParticipantSettings> ReadParticipants(Section section, List<LineProblem> problems)
    {
        var participants = new Dictionary<string, ParticipantSettings>();
        foreach (var id in section.Keys.Where(key => ParticipantId().IsMatch(key)))
            participants.Add(id, ReadParticipant(section.Inner(id)));
        foreach (var key in section.Keys.Where(key => !ParticipantId().IsMatch(key)))
            problems.Add(new(section.Line(key), "participants", "must hold participant ids such as social-care-cumberland"));
        return participants;
    }

    private static ParticipantSettings ReadParticipant(Section section)
    {
        var defaults = new ParticipantSettings();
        var settings = new ParticipantSettings
        {
            AcceptAuthorities = section.Texts("acceptAuthorities", AuthorityCode().IsMatch,
                "must be a list of three-digit authority codes, such as [201, 975]").ToHashSet(),
            AsOf = section.Day("asOf"),
            RecentDays = section.Whole("recentDays", defaults.RecentDays, 1, MostDays),
            AttendancePercent = section.Whole("attendancePercent", defaults.AttendancePercent, 1, 100),
            AttendanceSessions = section.Whole("attendanceSessions", defaults.AttendanceSessions, 1, MostSessions),
            FileBytes = section.Whole("fileBytes", defaults.FileBytes, 1024, 1024 * 1024 * 1024),
            LargeFileBytes = section.Whole("largeFileBytes", defaults.LargeFileBytes, 1024, int.MaxValue),
            SettleSeconds = section.Whole("settleSeconds", defaults.SettleSeconds, 0, 3600),
        };
        settings = HandOverSections.Read(section, settings);
        section.RefuseUnknown();
        return settings;
    }

    private static RetentionSettings ReadRetention(Section section)
    {
        var defaults = new RetentionSettings();
        var settings = new RetentionSettings
        {
            Done = section.Whole("done", defaults.Done, 1, MostDays),
            Out = section.Whole("out", defaults.Out, 1, MostDays),
            Quarantine = section.Whole("quarantine", defaults.Quarantine, 1, MostDays),
            Spool = section.Whole("spool", defaults.Spool, RetentionRules.LeastSpoolDays, MostDays),
            Messages = section.Whole("messages", defaults.Messages, 1, MostDays),
        };
        section.RefuseUnknown();
        if (RetentionRules.Problem(settings) is { } problem)
            section.Refuse("messages", problem, 0);
        return settings;
    }

    private static DispatcherSettings ReadDispatcher(Section section)
    {
        var defaults = new DispatcherSettings();
        var settings = new DispatcherSettings
        {
            Window = section.Whole("window", defaults.Window, 1, 1000),
            LeaseSeconds = section.Whole("leaseSeconds", defaults.LeaseSeconds, 5, OneDay),
            ProbeMinutes = section.Whole("probeMinutes", defaults.ProbeMinutes, 1, OneDay / 60),
            TimeToLiveMinutes = section.Whole("timeToLiveMinutes", defaults.TimeToLiveMinutes, 1, OneDay / 60),
        };
        section.RefuseUnknown();
        return settings;
    }

    private static LogLevel ReadLogs(Section section)
    {
        LogLevel[] levels = [LogLevel.Debug, LogLevel.Information, LogLevel.Warning, LogLevel.Error];
        var level = section.OneOf("level", levels.ToDictionary(l => l.ToString().ToLowerInvariant()), new Settings().Logs);
        section.RefuseUnknown();
        return level;
    }

    [GeneratedRegex(@"^(education|health|police|social-care)-[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex ParticipantId();

    [GeneratedRegex(@"^[0-9]{3}\z")]
    private static partial Regex AuthorityCode();
}
