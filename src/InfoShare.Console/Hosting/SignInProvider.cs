namespace InfoShare.Console.Hosting;

/// <summary>An OAuth 2.0 provider by which people may sign in instead of by a password. Who they are then is the account of the name that it tells.</summary>
/// <param name="Title">As the button says.</param>
/// <param name="UserInfo">Answers with a JSON object about whoever the token is of.</param>
/// <param name="NameClaim">The member of that object which is the name of an account.</param>
public sealed record SignInProvider(string Title, Uri Authorization, Uri Token, Uri UserInfo, string ClientId, string ClientSecret, string NameClaim, IReadOnlyList<string> Scopes);
