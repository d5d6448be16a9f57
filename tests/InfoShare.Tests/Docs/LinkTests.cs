using System.Text.RegularExpressions;
using Xunit;

namespace InfoShare.Tests.Docs;

/// <summary>Links from page to page lead somewhere. Links out of the project are not followed.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages { get; } = [.. Markdown.Pages];

    [Fact]
    public void There_are_pages_with_links() => Assert.True(Markdown.Pages.Sum(page => LinksOf(page).Count()) > 20);

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_link_leads_to_a_file_or_folder_and_a_heading_that_are_there(string page) => Assert.All(LinksOf(page), link =>
    {
        var (file, anchor) = link.Split('#') is [var path, var heading] ? (path, heading) : (link, null);
        var target = file.Length == 0 ? page : Path.GetRelativePath(".", Path.Combine(Path.GetDirectoryName(page)!, Uri.UnescapeDataString(file))).Replace('\\', '/');

        Assert.True(Path.Exists(Path.Combine(Sources.Root, target)), link);
        if (anchor is not null)
            Assert.Contains(anchor, Markdown.Anchors(target));
    });

    private static IEnumerable<string> LinksOf(string page) =>
        Links().Matches(Markdown.Prose(page)).Select(m => m.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();
}
