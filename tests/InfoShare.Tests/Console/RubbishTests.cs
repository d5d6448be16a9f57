using InfoShare.Tests.Routing;

namespace InfoShare.Tests.Console;

/// <summary>What nobody would type who means well.</summary>
public sealed class RubbishTests
{
    [Theory]
    [InlineData("/messages?id=abc%00def", 400)]
    [InlineData("/audit?about=%00", 400)]
    [InlineData("/messages?until=9999-12-31", 200)]
    [InlineData("/messages?from=0001-01-01", 200)]
    [InlineData("/failures/rubbish", 404)]
    public async Task An_address_of_rubbish_is_answered_and_nothing_breaks(string address, int status)
    {
        await using var routing = await RoutingFixture.StartAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing);
        var visitor = await console.SignInAsync(address.StartsWith("/audit", StringComparison.Ordinal) ? "auditor" : "operator");

        Assert.Equal(status, (await visitor.GetAsync(address)).Status);
    }

    [Theory]
    [InlineData("Robin%20Testperson")]
    [InlineData("9990012385")]
    [InlineData("Testperson")]
    [InlineData("testperson-invented")]
    public async Task Words_and_numbers_typed_in_place_of_an_id_do_not_go_on_record(string typed)
    {
        await using var routing = await RoutingFixture.StartAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing);

        await (await console.SignInAsync("operator")).GetAsync($"/failures/{typed}");

        Assert.Equal("no-id", Assert.Single(console.Audited("console-not-found")));
        Assert.Equal("no-id", console.Audited("console-viewed")[^1]);
    }

    [Fact]
    public async Task A_form_that_no_page_has_is_not_found()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing);
        var visitor = await console.SignInAsync("operator");

        Assert.Equal(404, (await visitor.PostAsync("/failures", "/failures/delivery/none?handler=Release")).Status);
    }

    [Fact]
    public async Task A_reason_is_looked_for_as_it_is_written()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(Messages.School, Messages.From(Messages.Concern(level: 4), 1));
        await using var console = await ConsoleOverHttp.StartAsync(routing);
        var visitor = await console.SignInAsync("operator");

        Assert.Contains("1 message", (await visitor.GetAsync("/messages?reason=risk-of-significant-harm")).Html, StringComparison.Ordinal);
        foreach (var pattern in (string[])["%25", "risk%25", "risk-of-significant_harm"])
            Assert.DoesNotContain("1 message", (await visitor.GetAsync($"/messages?reason={pattern}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_did_is_found_by_the_name_of_the_account()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing);
        await (await console.SignInAsync("operator")).GetAsync("/failures");
        var auditor = await console.SignInAsync("auditor");
        await auditor.GetAsync("/messages");

        var found = (await auditor.GetAsync("/audit?by=operator")).Html;

        Assert.Contains("(operator)", found, StringComparison.Ordinal);
        Assert.DoesNotContain("(auditor)", found, StringComparison.Ordinal);
    }
}
