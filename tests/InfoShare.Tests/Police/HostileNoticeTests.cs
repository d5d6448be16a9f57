using System.Text;
using System.Text.Json.Nodes;
using InfoShare.Adapters.Police.Notifications;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Wire;
using InfoShare.Tests.Fuzz;
using Xunit;
using static InfoShare.Tests.Police.Notices;

namespace InfoShare.Tests.Police;

public sealed class HostileNoticeTests
{
    private const string Canary = Values.Canary;

    [Fact]
    public void Whatever_field_holds_a_personal_value_no_problem_reason_place_or_mark_repeats_it()
    {
        foreach (var path in Leaves(JsonNode.Parse(Sample("full.json"))!, ""))
            AssertSilent(Full(path, Canary));

        AssertSilent($$"""{ "format": "infoshare.police.child-notification", "{{Canary}}": 1 }""");
        AssertSilent($"<childNotification><{Canary}></childNotification>");
        AssertSilent($"<!DOCTYPE {Canary}><childNotification/>");
        AssertSilent($"<childNotifications><{Canary}/></childNotifications>");
        AssertSilent($"<{Canary}/>");
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("<childNotification>")]
    [InlineData("<!DOCTYPE childNotification [<!ENTITY a 'b'>]><childNotification>&a;</childNotification>")]
    [InlineData("<childNotification/><childNotification/>")]
    public void What_is_no_file_of_notices_cannot_be_read(string text) => Assert.IsType<FileTranslation.Unreadable>(Translate(text));

    [Fact]
    public void Nesting_size_and_number_have_limits()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        var deepJson = string.Concat(Enumerable.Repeat("{\"a\":", 1_000)) + "1" + new string('}', 1_000);

        Assert.IsType<FileTranslation.Unreadable>(Translate($"<childNotification>{deep}"));
        Assert.IsType<RecordTranslation.Quarantined>(Assert.Single(Records(deepJson)));
        Assert.IsType<FileTranslation.Unreadable>(Translate(new byte[NoticeLimits.Bytes + 1]));
        Assert.IsType<RecordTranslation.Quarantined>(Assert.Single(Records(Notice(rest: $"\"x\": \"{new string('x', NoticeLimits.NoticeBytes)}\""))));
        Assert.IsType<FileTranslation.Unreadable>(Translate($"<childNotifications>{string.Concat(Enumerable.Repeat("<a/>", NoticeLimits.Elements))}</childNotifications>"));
    }

    [Fact]
    public void Half_a_character_and_a_name_given_twice_do_no_harm()
    {
        var concern = Concern(Notice("""{ "name": { "family": "Test\ud800person" }, "sex": "F", "sex": "M", "\ud800": 1 }"""));

        Assert.Contains("children.sex", concern.Marks.Select(m => m.Field));
    }

    private static IEnumerable<string> Leaves(JsonNode node, string path) => node switch
    {
        JsonObject o => o.Where(p => p.Value is not null).SelectMany(p => Leaves(p.Value!, path + p.Key + ".")),
        JsonArray a => a.SelectMany((item, i) => Leaves(item!, $"{path}{i}.")),
        _ => [path.TrimEnd('.')],
    };

    private static void AssertSilent(string text) => Assert.Null(Account.Fault(Translate(text)));
}
