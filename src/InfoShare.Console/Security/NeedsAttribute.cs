using Microsoft.AspNetCore.Authorization;

namespace InfoShare.Console.Security;

/// <summary>A page, and each of its handlers, needs this permission.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(string permission) : AuthorizeAttribute(permission);
