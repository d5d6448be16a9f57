using InfoShare.Broker.Topology;

namespace InfoShare.Broker.Provisioning.Management;

/// <summary>Where the broker's management interface is, and who asks. It belongs on the loopback or an operators' network.</summary>
/// <param name="Url">Such as <c>http://127.0.0.1:15672</c>.</param>
/// <param name="User">An administrator for provisioning; for looking, the monitoring user.</param>
public sealed record ManagementAddress(Uri Url, string User, Password Password);

/// <summary>The management interface cannot be used. The message says why, for whoever set it up; it holds no secret.</summary>
public sealed class ManagementException(string message) : Exception(message);
