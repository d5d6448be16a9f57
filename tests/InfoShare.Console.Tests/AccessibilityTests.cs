using InfoShare.Console.Tests.Running;
using Xunit.Sdk;

namespace InfoShare.Console.Tests;

/// <summary>
/// Every page as its reader sees it: axe-core finds nothing, on a desk's screen and a phone's; nothing breaks the content policy or is missing; and
/// it holds no word of any child. It becomes a picture of the guide where that is asked for.
/// </summary>
[Collection(ConsoleCollection.Name)]
public sealed class AccessibilityTests(ConsoleFixture console)
{
    public static TheoryData<string> Names => Looked.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_is_well_at_a_desk_and_on_a_phone_loads_all_and_tells_nothing_of_a_child(string name)
    {
        var looked = Looked.Of(name);
        var page = await console.PageOfAsync(looked.Account);
        var (said, failed) = (new List<string>(), new List<string>());
        page.Console += (_, message) => said.Add(message.Text);
        page.PageError += (_, error) => said.Add(error);
        page.Response += (_, response) => failed.AddRange(response.Status >= 400 ? [$"{response.Status} {response.Url}"] : (string[])[]);

        var answer = await page.GotoAsync(looked.Address);

        Assert.Equal(200, answer!.Status);
        Assert.Empty(Canaries.In(await page.ContentAsync()));
        Assert.Empty(said);
        Assert.Empty(failed);
        await page.JudgeAsync(looked.Picture);
    }

    [Fact]
    public async Task What_is_wrong_with_a_page_is_seen()
    {
        var page = await console.PageOfAsync(null);
        await page.SetContentAsync("<html lang=en><title>One</title><main><h1>One</h1><img src=x><p style='width: 2000px'>Wide</p></main>");

        var error = await Assert.ThrowsAsync<EmptyException>(() => page.JudgeAsync(""));
        Assert.Contains("image-alt", error.Message, StringComparison.Ordinal);
        await page.Locator("img").EvaluateAsync("image => image.alt = 'One'");
        error = await Assert.ThrowsAsync<EmptyException>(() => page.JudgeAsync(""));
        Assert.Contains("<p style", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_is_the_page_to_sign_in()
    {
        var page = await console.PageOfAsync(null);
        await page.GotoAsync("/sign-in");
        await page.JudgeAsync("sign-in");
    }

    [Fact]
    public async Task So_is_a_case()
    {
        var page = await console.PageOfAsync("governance lead");
        await page.OpenFirstCaseAsync("?state=held");
        await page.JudgeAsync("case");
    }
}
