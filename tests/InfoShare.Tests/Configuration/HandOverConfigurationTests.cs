using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using Xunit;

namespace InfoShare.Tests.Configuration;

/// <summary>What the settings say of how a participant's system gets what arrives.</summary>
public sealed class HandOverConfigurationTests
{
    private const string Mailbox = "url: https://mesh.example/messageexchange, mailbox: X26OURS, passwordFile: p, sharedKeyFile: s";

    [Fact]
    public void Every_key_is_read()
    {
        var settings = Good("""
            participants:
              police-suffolk:
                handOver: webhook
                webhook: { url: "https://case-system.example/take", keyFile: ./webhook.key }
              education-suffolk:
                handOver: pull
                pullTokenFile: ./pull.token
              health-suffolk:
                handOver: mesh
                mesh:
                  url: https://mesh.example/messageexchange
                  mailbox: X26OURS
                  passwordFile: ./mesh.password
                  sharedKeyFile: ./mesh.key
                  certificate: ./client.pem
                  key: ./client.key
                  authority: ./ca.pem
                  to: X26THEIRS
                  workflow: INFOSHARE
                  lookSeconds: 60
            pull: { listen: 0.0.0.0, port: 6443, certificate: ./pull.pem, key: ./pull.key }
            """);

        Assert.Equal((HandOverWay.Folder, HandOverWay.Webhook, HandOverWay.Pull, HandOverWay.Mesh),
            (settings.For("social-care-suffolk").HandOver, settings.For("police-suffolk").HandOver, settings.For("education-suffolk").HandOver, settings.For("health-suffolk").HandOver));
        Assert.Equal(new WebhookConfiguration { Url = new("https://case-system.example/take"), KeyFile = "./webhook.key" }, settings.For("police-suffolk").Webhook);
        Assert.Equal("./pull.token", settings.For("education-suffolk").PullTokenFile);
        Assert.Equal(
            new MeshConfiguration
            {
                Url = new("https://mesh.example/messageexchange"),
                Mailbox = "X26OURS",
                PasswordFile = "./mesh.password",
                SharedKeyFile = "./mesh.key",
                Certificate = "./client.pem",
                Key = "./client.key",
                Authority = "./ca.pem",
                To = "X26THEIRS",
                Workflow = "INFOSHARE",
                LookSeconds = 60,
            },
            settings.For("health-suffolk").Mesh);
        Assert.Equal(new PullConfiguration { Listen = "0.0.0.0", Port = 6443, Certificate = "./pull.pem", Key = "./pull.key" }, settings.Pull);
    }

    [Theory]
    [InlineData("handOver: fax", "handOver")]
    [InlineData("handOver: webhook", "handOver")]
    [InlineData("handOver: pull", "handOver")]
    [InlineData($"handOver: mesh, mesh: {{ {Mailbox}, to: X26THEIRS }}", "handOver")]
    [InlineData("webhook: { url: \"http://case-system.example/take\", keyFile: k }", "webhook.url")]
    [InlineData("webhook: { url: \"ftp://127.0.0.1/take\", keyFile: k }", "webhook.url")]
    [InlineData("webhook: { url: \"https://x/\", key: secret }", "webhook.key")]
    [InlineData("mesh: { mailbox: X26OURS }", "mesh.mailbox")]
    [InlineData($"mesh: {{ {Mailbox}, to: ../theirs }}", "mesh.to")]
    [InlineData($"mesh: {{ {Mailbox}, certificate: c }}", "mesh.certificate")]
    [InlineData($"mesh: {{ {Mailbox}, lookSeconds: 0 }}", "mesh.lookSeconds")]
    public void What_cannot_work_is_refused_and_named(string section, string key)
    {
        var problem = OnlyProblem($"participants: {{ police-suffolk: {{ {section} }} }}");

        Assert.Equal($"participants.police-suffolk.{key}", problem.Key);
    }

    [Theory]
    [InlineData("pull: { listen: 0.0.0.0 }", "pull.listen")]
    [InlineData("pull: { listen: somewhere, certificate: c, key: k }", "pull.listen")]
    [InlineData("pull: { port: 65536 }", "pull.port")]
    public void Where_other_machines_fetch_is_https_at_an_address_of_this_one(string yaml, string key) => Assert.Equal(key, OnlyProblem(yaml).Key);

    [Theory]
    [InlineData(null, "cannot be read")]
    [InlineData("  \n", "must not be empty")]
    [InlineData("short, and known", "must hold at least 24 characters")]
    [InlineData("whsec_not base64 at all, I fear", "must be base64")]
    public void A_secret_that_is_none_stops_the_start_and_is_not_repeated(string? content, string problem)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "key");
        if (content is not null)
            File.WriteAllText(file, content);

        var said = Assert.Throws<CannotStartException>(() => HandOverOpening.Of(new()
        {
            HandOver = HandOverWay.Webhook,
            Webhook = new() { Url = new("https://case-system.example/"), KeyFile = file },
        })).Message;

        Assert.Contains(problem, said, StringComparison.Ordinal);
        Assert.Contains(file, said, StringComparison.Ordinal);
        Assert.DoesNotContain("known", said, StringComparison.Ordinal);
        Assert.DoesNotContain("fear", said, StringComparison.Ordinal);
    }

    private static Settings Good(string yaml)
    {
        var reading = ConfigurationFile.Read(yaml);
        Assert.Empty(reading.Problems);
        return reading.Settings!;
    }

    private static LineProblem OnlyProblem(string yaml) => Assert.Single(ConfigurationFile.Read(yaml).Problems);
}
