using InfoShare.Policy;
using InfoShare.Storage;
using InfoShare.Storage.Emergency;
using InfoShare.Vault;

namespace InfoShare.Routing;

/// <summary>Who did something: their names are kept sealed, and everything else knows them by tokens.</summary>
internal sealed class Operators(RoutingStore store)
{
    /// <summary>The token of a name, however it is spelled.</summary>
    public string TokenOf(string name) => store.Operators.Of("name", EmergencyRules.NameOf(name));

    /// <summary>The token of a name, which is kept.</summary>
    public string TokenOf(WriteScope scope, string name)
    {
        var token = TokenOf(name);
        scope.KeepName(token, name.Trim());
        return token;
    }
}
