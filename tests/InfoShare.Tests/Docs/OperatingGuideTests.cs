using System.Globalization;
using System.Reflection;
using InfoShare.Cli.Configuration;
using InfoShare.Storage.Deliveries;
using Xunit;

namespace InfoShare.Tests.Docs;

/// <summary>The operating guide names the states and the retention times that there are.</summary>
public sealed class OperatingGuideTests
{
    private static readonly string Guide = Sources.Text("docs/operating.md");

    [Fact]
    public void Every_state_of_a_delivery_is_explained() => Assert.Equal(
        typeof(DeliveryStates).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!),
        Markdown.Table(Guide, "State", "Means").Skip(1).Select(row => row[0]));

    [Fact]
    public void Every_retention_time_is_explained_with_its_default()
    {
        var days = new RetentionSettings();

        Assert.Equal(
            [("done", days.Done), ("out", days.Out), ("quarantine", days.Quarantine), ("spool", days.Spool), ("messages", days.Messages)],
            Markdown.Table(Guide, "Key", "Default").Skip(1).Select(row => (Markdown.Codes(row[0]).Single(), int.Parse(row[1], CultureInfo.InvariantCulture))));
        Assert.Equal(5, typeof(RetentionSettings).GetProperties().Length);
    }
}
