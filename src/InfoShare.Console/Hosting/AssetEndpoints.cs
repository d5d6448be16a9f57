using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;

namespace InfoShare.Console.Hosting;

/// <summary>Styles, scripts and pictures, out of the assembly. Their address changes with the build, so that a browser keeps them for good.</summary>
internal static class AssetEndpoints
{
    private static readonly Assembly Assembly = typeof(AssetEndpoints).Assembly;
    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>Changes with each build.</summary>
    public static string Version { get; } = Assembly.ManifestModule.ModuleVersionId.ToString("N")[..12];

    public static void MapAssets(this IEndpointRouteBuilder app) => app.MapGet("/assets/{**name}", (string name, HttpContext context) =>
    {
        if (Assembly.GetManifestResourceStream($"assets/{name}") is not { } content || !Types.TryGetContentType(name, out var type))
            return Results.NotFound();
        // Pictures are named by the style sheets, without a version.
        context.Response.Headers.CacheControl = context.Request.QueryString.HasValue ? "public, max-age=31536000, immutable" : "public, max-age=86400";
        return Results.Stream(content, type);
    }).AllowAnonymous();
}
