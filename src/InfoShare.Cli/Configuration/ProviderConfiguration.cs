namespace InfoShare.Cli.Configuration;

/// <summary>An OAuth 2.0 provider by which people may sign in to the console.</summary>
public sealed record ProviderConfiguration
{
    /// <summary>As the button says.</summary>
    public required string Title { get; init; }

    public required Uri Authorization { get; init; }

    public required Uri Token { get; init; }

    public required Uri UserInfo { get; init; }

    public required string ClientId { get; init; }

    /// <summary>The file of the client's secret.</summary>
    public required string ClientSecretFile { get; init; }

    /// <summary>Which member of what it says of a user is the name of their account.</summary>
    public string NameClaim { get; init; } = "preferred_username";

    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile"];

    internal static ProviderConfiguration? Read(Section section)
    {
        var texts = ((string[])["title", "authorization", "token", "userInfo", "clientId", "clientSecretFile"]).ToDictionary(key => key, section.Text);
        var (claim, scopes) = (section.Text("nameClaim"), section.Texts("scopes", scope => scope.Length is > 0 and <= 100, "must be a list of scopes, such as [openid, profile]"));
        section.RefuseUnknown();
        foreach (var (key, text) in texts.Where(one => one.Value is null))
            return section.Refuse<ProviderConfiguration?>("title", $"and {string.Join(", ", texts.Keys.Skip(1))} must all be there", null);
        foreach (var key in (string[])["authorization", "token", "userInfo"])
        {
            if (!Uri.TryCreate(texts[key], UriKind.Absolute, out var address) || address is not { Scheme: "https" } and not { IsLoopback: true })
                return section.Refuse<ProviderConfiguration?>(key, "must be an https address", null);
        }

        return new()
        {
            Title = texts["title"]!,
            Authorization = new(texts["authorization"]!),
            Token = new(texts["token"]!),
            UserInfo = new(texts["userInfo"]!),
            ClientId = texts["clientId"]!,
            ClientSecretFile = texts["clientSecretFile"]!,
            NameClaim = claim ?? "preferred_username",
            Scopes = scopes.Count > 0 ? [.. scopes] : ["openid", "profile"],
        };
    }
}
