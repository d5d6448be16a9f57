using InfoShare.Cli.Configuration;
using Microsoft.Extensions.Logging;
using Xunit;

namespace InfoShare.Tests.Configuration;

public sealed class ConfigurationFileTests
{
    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("participants:\nretention:\nlogs:\n")]
    public void What_is_not_said_has_its_default(string yaml)
    {
        var settings = Good(yaml);

        Assert.Equal((5080, "./data", "./data.keys", LogLevel.Information), (settings.Port, settings.Data, settings.KeysFolder, settings.Logs));
        Assert.Equal(new RetentionSettings(), settings.Retention);
        Assert.Equal(new DispatcherSettings(), settings.Dispatcher);
        Assert.Empty(settings.For("health-suffolk").AcceptAuthorities);
    }

    [Fact]
    public void Every_key_is_read()
    {
        var settings = Good("""
            port: 6001
            listen: 127.0.0.1
            data: /srv/infoshare/data
            keys: /srv/infoshare/keys
            directory: /etc/infoshare/directory.yaml
            policies: /etc/infoshare/policies
            participants:
              social-care-suffolk:
                acceptAuthorities: [201, "975"]
                asOf: 2026-11-20
                recentDays: 31
                attendancePercent: 90
                attendanceSessions: 20
                fileBytes: 4096
                largeFileBytes: 8192
                settleSeconds: 0
            retention: { done: 1, out: 2, quarantine: 3, spool: 37, messages: 38 }
            dispatcher: { window: 4, leaseSeconds: 5, timeToLiveMinutes: 6 }
            logs: { level: warning }
            """);

        Assert.Equal((6001, "/srv/infoshare/data", "/srv/infoshare/keys", "/etc/infoshare/directory.yaml", LogLevel.Warning),
            (settings.Port, settings.Data, settings.KeysFolder, settings.Directory, settings.Logs));
        Assert.Equal("/etc/infoshare/policies", settings.Policies);
        Assert.Equal(new RetentionSettings { Done = 1, Out = 2, Quarantine = 3, Spool = 37, Messages = 38 }, settings.Retention);
        Assert.Equal(new DispatcherSettings { Window = 4, LeaseSeconds = 5, TimeToLiveMinutes = 6 }, settings.Dispatcher);
        var suffolk = settings.For("social-care-suffolk");
        Assert.Equal(["201", "975"], suffolk.AcceptAuthorities.Order());
        Assert.Equal((new DateOnly(2026, 11, 20), 31, 4096, 8192, 0), (suffolk.AsOf, suffolk.RecentDays, suffolk.FileBytes, suffolk.LargeFileBytes, suffolk.SettleSeconds));
        Assert.Equal((90, 20), (suffolk.AttendancePercent, suffolk.AttendanceSessions));
    }

    [Theory]
    [InlineData("port: 80\nprot: 80", 2, "prot")]
    [InlineData("retention:\n  done: 5\n  inn: 5", 3, "retention.inn")]
    [InlineData("participants:\n  police-suffolk:\n    colour: red", 3, "participants.police-suffolk.colour")]
    public void A_misspelt_key_is_refused_with_its_line(string yaml, int line, string key)
    {
        var problem = OnlyProblem(yaml);

        Assert.Equal((line, key), (problem.Line, problem.Key));
        Assert.Contains("is not a key", problem.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("port: 65536", "port")]
    [InlineData("port: -1", "port")]
    [InlineData("port: eighty", "port")]
    [InlineData("port: [80]", "port")]
    [InlineData("port: 80\nport: 81", "port")]
    [InlineData("data: \"\"", "data")]
    [InlineData("participants: 5", "participants")]
    [InlineData("participants:\n  prison-suffolk: {}", "participants")]
    [InlineData("participants:\n  police-suffolk:\n    asOf: 2026-02-30", "participants.police-suffolk.asOf")]
    [InlineData("participants:\n  police-suffolk:\n    asOf: 20/11/2026", "participants.police-suffolk.asOf")]
    [InlineData("participants:\n  police-suffolk:\n    acceptAuthorities: 201", "participants.police-suffolk.acceptAuthorities")]
    [InlineData("participants:\n  police-suffolk:\n    acceptAuthorities: [20]", "participants.police-suffolk.acceptAuthorities")]
    [InlineData("participants:\n  police-suffolk:\n    acceptAuthorities: [{a: 201}]", "participants.police-suffolk.acceptAuthorities")]
    [InlineData("participants:\n  police-suffolk:\n    fileBytes: 1023", "participants.police-suffolk.fileBytes")]
    [InlineData("retention:\n  spool: 35", "retention.spool")]
    [InlineData("retention:\n  spool: 100\n  messages: 99", "retention.messages")]
    [InlineData("console:\n  adapters:\n    police-suffolk: http://elsewhere.example", "console.adapters.police-suffolk")]
    [InlineData("dispatcher:\n  window: 0", "dispatcher.window")]
    [InlineData("dispatcher:\n  leaseSeconds: 99999999999999999999", "dispatcher.leaseSeconds")]
    [InlineData("logs:\n  level: chatty", "logs.level")]
    [InlineData("logs: information", "logs")]
    public void A_value_of_the_wrong_kind_or_out_of_range_is_refused_and_named(string yaml, string key)
    {
        var problem = OnlyProblem(yaml);

        Assert.Equal(key, problem.Key);
        Assert.Equal(yaml.Count(c => c == '\n') + 1, problem.Line);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.1")]
    [InlineData("localhost")]
    public void No_address_but_this_machine_is_listened_on_and_the_reason_is_said(string address) =>
        Assert.Contains("certificates", OnlyProblem($"listen: {address}").Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("keys: ./data/keys", "keys")]
    [InlineData("keys: data", "keys")]
    [InlineData("data: /srv/x\nkeys: /srv/y/../x/keys", "keys")]
    [InlineData("data: /srv/x/\nkeys: /srv/x/", "keys")]
    [InlineData("data: ./keys/data\nkeys: ./keys", "data")]
    [InlineData("directory: ./data.keys/directory.yaml", "directory")]
    [InlineData("policies: ./data.keys/policies", "policies")]
    [InlineData("data: /\nkeys: /keys", "keys")]
    public void Data_and_keys_lie_apart(string yaml, string key) => Assert.Equal(key, OnlyProblem(yaml).Key);

    [Fact]
    public void Keys_beside_the_data_with_a_like_name_are_apart() => Good("data: /srv/data\nkeys: /srv/data-keys");

    [Fact]
    public void Everything_wrong_is_said_at_once_in_the_order_of_the_lines()
    {
        var problems = ConfigurationFile.Read("colour: red\nport: x\nretention:\n  done: 0\n").Problems;

        Assert.Equal([1, 2, 4], problems.Select(p => p.Line));
        Assert.StartsWith("line 4: retention.done: must be a whole number", problems[2].ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<string> Hostile { get; } =
    [
        "port: 1\0 and more", "port: [", "a: b: c", "\t- x", "port: 1\n---\nport: 2", "- 1\n- 2", "just words", "*a", "a: &a 5\nport: *a", "!!int 5", "? [a]\n: b",
        "\0", "{", "%YAML 9.9\n---\n", new string('[', 60_000), string.Concat(Enumerable.Repeat("{a: ", 10_000)), new string('x', 70_000),
        string.Concat(Enumerable.Repeat("- ", 20_000)), "port: \"\\x\"", "port: |\n", "\uFFFD\uD800",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Whatever_the_text_the_answer_is_problems_and_never_an_exception(string yaml)
    {
        var reading = ConfigurationFile.Read(yaml);

        Assert.Null(reading.Settings);
        Assert.NotEmpty(reading.Problems);
    }

    [Fact]
    public void The_sample_says_the_defaults_except_for_participants()
    {
        var sample = Good(SampleConfiguration.Text);

        Assert.Equal(new Settings() with { Participants = sample.Participants }, sample);
        foreach (var participant in new[] { "social-care-cumberland", "social-care-suffolk" })
            Assert.Equal(["201", "975"], sample.For(participant).AcceptAuthorities.Order());
        Assert.Equal(new ParticipantSettings { AcceptAuthorities = sample.For("education-cumberland").AcceptAuthorities }, sample.For("education-cumberland"));
        Assert.Equal(3, sample.Participants.Count);
    }

    [Fact]
    public void The_sample_names_every_key_with_a_comment_above_it()
    {
        var lines = SampleConfiguration.Text.Split('\n').Select(line => line.Trim()).ToArray();
        string[] keys =
        [
            "port", "listen", "data", "keys", "directory", "policies", "acceptAuthorities", "asOf", "recentDays", "attendancePercent", "attendanceSessions", "fileBytes", "largeFileBytes", "settleSeconds",
            "done", "out", "quarantine", "spool", "messages", "window", "leaseSeconds", "timeToLiveMinutes", "probeMinutes", "level", "title", "clientSecretFile", "nameClaim", "scopes",
            "console", "quietFrom", "quietTo", "dailyAt", "heldMinutes", "urgentMinutes", "host", "security", "passwordFile", "endpoint", "form",
        ];

        foreach (var key in keys)
        {
            var at = Array.FindIndex(lines, line => line.TrimStart('#', ' ').StartsWith(key + ":", StringComparison.Ordinal));
            Assert.True(at > 0 && lines[at - 1].StartsWith('#'), $"{key} is not explained in the sample");
        }
    }

    private static Settings Good(string yaml)
    {
        var reading = ConfigurationFile.Read(yaml);
        Assert.Empty(reading.Problems);
        return reading.Settings!;
    }

    private static LineProblem OnlyProblem(string yaml)
    {
        var reading = ConfigurationFile.Read(yaml);
        Assert.Null(reading.Settings);
        return Assert.Single(reading.Problems);
    }
}
