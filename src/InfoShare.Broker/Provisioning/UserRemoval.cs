using InfoShare.Broker.Provisioning.Management;
using InfoShare.Broker.Topology;

namespace InfoShare.Broker.Provisioning;

/// <summary>Shuts one user out at once: without the user, the broker closes its connections.</summary>
public static class UserRemoval
{
    /// <summary>Removes the user. One that is not there is removed already.</summary>
    /// <exception cref="ManagementException">The broker cannot be reached, or refuses.</exception>
    public static async Task RunAsync(ManagementAddress address, string user, CancellationToken cancellationToken)
    {
        if (!UserRules.IsOurs(user))
            throw new ManagementException($"the user {user} is not one of InfoShare's");
        using var client = new ManagementClient(address);
        await client.SendAsync(ManagementRequest.Delete(ManagementRequest.PathOf("users", user)), cancellationToken);
    }
}
