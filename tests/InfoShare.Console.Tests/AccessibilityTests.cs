using InfoShare.Console.Tests.Running;

namespace InfoShare.Console.Tests;

/// <summary>axe-core finds nothing on any page, on a desk's screen and a phone's. Each page looked at becomes the picture of the guide where that is asked for.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class AccessibilityTests(ConsoleFixture console)
{
    internal const int Desk = 1280;
    private const int Phone = 375;

    public static TheoryData<string> Names => Looked.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_has_no_violation_at_a_desk(string name) => await LookAsync(name, Desk);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_has_no_violation_on_a_phone(string name) => await LookAsync(name, Phone);

    [Theory]
    [InlineData(Desk)]
    [InlineData(Phone)]
    public async Task Nor_has_the_page_to_sign_in(int width)
    {
        var page = await console.PageOfAsync(null, width);
        await page.GotoAsync("/sign-in");
        await page.JudgeAsync("sign-in", width);
    }

    [Theory]
    [InlineData(Desk)]
    [InlineData(Phone)]
    public async Task Nor_has_a_case(int width)
    {
        var page = await console.PageOfAsync("governance lead", width);
        await page.OpenFirstCaseAsync("?state=held");
        await page.JudgeAsync("case", width);
    }

    private async Task LookAsync(string name, int width)
    {
        var looked = Looked.Of(name);
        var page = await console.PageOfAsync(looked.Account, width);
        var answer = await page.GotoAsync(looked.Address);
        Assert.Equal(200, answer!.Status);
        await page.JudgeAsync(name, width);
    }
}
