using System.Net;
using InfoShare.Console.Security;
using InfoShare.Storage.Accounts;

namespace InfoShare.Tests.Console;

public sealed class SignInTests
{
    [Fact]
    public async Task The_first_start_makes_one_administrator_and_tells_the_password_once()
    {
        await using var console = await ConsoleTestHost.StartAsync();

        var password = await console.Accounts.MakeFirstAsync();

        Assert.NotNull(await console.SignIn.SignInAsync("Administrator", password!, null));
        Assert.Null(await console.Accounts.MakeFirstAsync());
    }

    [Fact]
    public async Task A_password_that_somebody_else_made_must_be_changed_first()
    {
        await using var console = await ConsoleTestHost.StartAsync();
        var client = console.Client();
        var first = await console.Accounts.MakeFirstAsync();
        await ConsoleTestHost.PostAsync(client, "/sign-in", ("Name", "administrator"), ("Password", first!));

        Assert.Equal("/account", (await ConsoleTestHost.GetAsync(client, "/accounts")).Location);
        var refused = await ConsoleTestHost.PostAsync(client, "/account?handler=Password", ("Old", first!), ("New", "short"));
        Assert.Contains("12 to 200 characters", refused.Text, StringComparison.Ordinal);
        await ConsoleTestHost.PostAsync(client, "/account?handler=Password", ("Old", first!), ("New", "three random words"));

        Assert.Equal(HttpStatusCode.OK, (await ConsoleTestHost.GetAsync(client, "/accounts")).Status);
    }

    [Fact]
    public async Task Whatever_was_wrong_the_answer_is_the_same_and_five_times_lock_the_account()
    {
        await using var console = await ConsoleTestHost.StartAsync();
        await console.SignedInAsync("operator", "operator");
        var client = console.Client();

        var answers = new List<string>();
        foreach (var (name, password) in new[] { ("nobody", ConsoleTestHost.Password), ("operator", "wrong"), ("operator", "wrong"), ("operator", "wrong"), ("operator", "wrong"), ("operator", "wrong"), ("operator", ConsoleTestHost.Password) })
            answers.Add((await ConsoleTestHost.PostAsync(client, "/sign-in", ("Name", name), ("Password", password))).Text);

        Assert.All(answers, answer => Assert.Contains(SignInDesk.Refusal, answer, StringComparison.Ordinal));
        Assert.Equal(["no such account", "wrong, 1 of 5", "wrong, 2 of 5", "wrong, 3 of 5", "wrong, 4 of 5", "locked now", "locked"], console.Audit("sign-in-refused").Select(row => row.Detail));
        console.Routing.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.NotNull(await console.SignIn.SignInAsync("operator", ConsoleTestHost.Password, null));
    }

    [Fact]
    public async Task A_code_is_asked_for_once_it_is_set_up_and_is_good_once()
    {
        await using var console = await ConsoleTestHost.StartAsync();
        await console.SignedInAsync("operator", "operator");
        var viewer = Viewer.Of((await console.SignIn.SignInAsync("operator", ConsoleTestHost.Password, null))!)!;
        var key = Totp.NewKey();
        string Code() => Totp.Code(key, Totp.StepAt(console.Context.Now));

        Assert.Null(await console.Accounts.SetCodeAsync(viewer, key, "000000" == Code() ? "111111" : "000000"));
        Assert.NotNull(await console.Accounts.SetCodeAsync(viewer, key, Code()));

        Assert.Null(await console.SignIn.SignInAsync("operator", ConsoleTestHost.Password, null));
        Assert.Null(await console.SignIn.SignInAsync("operator", ConsoleTestHost.Password, Code()));
        console.Routing.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await console.SignIn.SignInAsync("operator", ConsoleTestHost.Password, Code()));
    }

    [Fact]
    public async Task Whoever_is_closed_is_signed_out_at_the_next_page()
    {
        await using var console = await ConsoleTestHost.StartAsync();
        var (client, admin) = (await console.SignedInAsync("operator", "operator"), await console.SignedInAsync("admin", "administrator"));

        await ConsoleTestHost.PostAsync(admin, "/accounts?handler=Close", ("token", console.Context.TokenOf("operator")));

        Assert.Equal(HttpStatusCode.Found, (await ConsoleTestHost.GetAsync(client, "/")).Status);
        Assert.Equal(0, console.Routing.Store.Read(scope => scope.FindAccount(console.Context.TokenOf("operator")))!.Active);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var console = await ConsoleTestHost.StartAsync();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("Name", "operator"), KeyValuePair.Create("Password", "x")]);

        Assert.Equal(HttpStatusCode.BadRequest, (await console.Client().PostAsync(new Uri("/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/messages?type=concern.raised", "/messages?type=concern.raised")]
    public async Task After_signing_in_one_stays_on_this_site(string next, string goes)
    {
        await using var console = await ConsoleTestHost.StartAsync();
        await console.SignedInAsync("operator", "operator");

        var answer = await ConsoleTestHost.PostAsync(console.Client(), "/sign-in", ("Name", "operator"), ("Password", ConsoleTestHost.Password), ("next", next));

        Assert.Equal(goes, answer.Location);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("my name is OPERATOR")]
    public void Passwords_that_are_easily_guessed_are_refused(string password) => Assert.NotNull(Passwords.ProblemOf(password, "operator"));
}
