using System.Text;
using System.Xml;
using System.Xml.Linq;
using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.SocialCare;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Parts;
using InfoShare.Tests.Health;
using Xunit;

namespace InfoShare.Tests.SocialCare;

public sealed class DeliveryPageTests
{
    public static TheoryData<string> All { get; } = [.. Deliveries.All.Select(d => d.DeliveryId)];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_kind_of_delivery_is_a_page_that_needs_nothing_else(string id)
    {
        var delivery = Deliveries.All.Single(d => d.DeliveryId == id);

        var page = Page(delivery);

        string[] never = ["script", "img", "link", "iframe", "a", "object", "form", "base"];
        Assert.DoesNotContain(page.Descendants(), e => never.Contains(e.Name.LocalName));
        Assert.DoesNotContain(page.Descendants().Attributes(), a => a.Name.LocalName is "src" or "href" or "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("url(", Text(delivery), StringComparison.Ordinal);
        Assert.Contains("@media print", Text(delivery), StringComparison.Ordinal);
        Assert.Equal(Text(delivery), Text(delivery));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_reader_who_cannot_see_finds_language_headings_and_the_name_of_each_value(string id)
    {
        var page = Page(Deliveries.All.Single(d => d.DeliveryId == id));

        Assert.Equal("en-GB", page.Attribute("lang")!.Value);
        Assert.Single(page.Descendants("h1"));
        var headings = page.Descendants("h2").Select(h => h.Attribute("id")!.Value).ToList();
        Assert.NotEmpty(headings);
        Assert.Equal(headings.Count, headings.Distinct().Count());
        Assert.All(page.Descendants("section").Concat(page.Descendants("table")), e => Assert.Contains(e.Attribute("aria-labelledby")!.Value, headings));
        Assert.All(page.Descendants("tr"), row => Assert.Equal(["row"], row.Elements("th").Select(h => h.Attribute("scope")!.Value)));
    }

    [Fact]
    public void The_page_says_everything_that_was_released_and_on_which_grounds()
    {
        var text = Page(Deliveries.Rich).Value;

        string[] said = ["Robin Testperson", "2016-05-14", "9990123454", "its check digit is wrong", "3 Imaginary Lane, IP99 9ZZ", "Invented facts.", "Invented words.",
            "sister, Alex", "999999", "3x5x2 1", "neighbour", "01632 960001", "child-protection", "A child is in danger now.", "4, significant harm (s.47)", "uk-gdpr-6-1-e", "no-onward-sharing"];
        Assert.All(said, s => Assert.Contains(s, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_title_and_the_name_of_the_page_tell_nothing_of_the_child()
    {
        Assert.Equal("Concern about a child", Page(Deliveries.Rich).Element("head")!.Element("title")!.Value);
        Assert.Equal("A child has moved", Page(Deliveries.Move).Element("head")!.Element("title")!.Value);
    }

    [Fact]
    public void A_notice_shows_no_part_even_if_it_held_one() =>
        Assert.DoesNotContain("Testperson", Text(Deliveries.Notice with { Parts = Deliveries.Rich.Parts }), StringComparison.Ordinal);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("</td></table><h1>&lt;")]
    [InlineData("\" onload='x' `")]
    [InlineData("\u0000\u0001\u202E\ud800 end")]
    public void Whatever_a_text_holds_stays_text(string hostile)
    {
        var delivery = Deliveries.Rich with
        {
            DeliveryId = hostile,
            Parts = Deliveries.Rich.Parts with
            {
                Identity = new() { Names = [new() { Family = hostile }] },
                Incident = new IncidentPart { Facts = hostile + "\nsecond line" },
            },
        };

        var page = Page(delivery);

        Assert.Single(page.Descendants("h1"));
        Assert.Empty(page.Descendants("script"));
        Assert.Contains("second line", page.Value, StringComparison.Ordinal);
        Assert.Equal(page.Descendants("p").Count(), Page(Deliveries.Rich).Descendants("p").Count());
    }

    [Fact]
    public void The_case_system_still_gets_the_delivery_as_json() =>
        Assert.Equal(new JsonDeliveryFormat().Write(Deliveries.Rich.Enveloped()).Content, SocialCareAdapter.Format.Write(Deliveries.Rich.Enveloped()).Content);

    private static string Text(Delivery delivery) => Encoding.UTF8.GetString(SocialCareAdapter.Format.Write(delivery.Enveloped()).Page!);

    /// <summary>The page is well-formed as XML, too, so that its structure can be looked at.</summary>
    private static XElement Page(Delivery delivery)
    {
        using var reader = XmlReader.Create(new StringReader(Text(delivery)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }
}
