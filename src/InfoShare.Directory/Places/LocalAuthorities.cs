using System.Collections.Frozen;
using System.Globalization;

namespace InfoShare.Directory;

/// <summary>
/// The local authorities of England by ONS GSS code: all that run children's services and all districts, with the
/// reorganisations since 2012. A reorganisation is not a move: ask <see cref="AreaChanges"/> whether a child moved.
/// Source: Office for National Statistics, Open Government Licence v3.0; three-digit codes: Department for Education.
/// </summary>
public static class LocalAuthorities
{
    /// <summary>More successors in a row than any code has; ends a circle in bad facts.</summary>
    private const int MostSuccessors = 10;

    private static readonly Dictionary<string, LocalAuthority> ByGss =
        EmbeddedText.Rows("local-authorities.csv").Select(Read).ToDictionary(a => a.Gss);

    private static readonly ILookup<string, string> Forebears =
        ByGss.Values.Where(a => a.Successor is not null).ToLookup(a => a.Successor!, a => a.Gss);

    private static readonly ILookup<string, string> Districts =
        ByGss.Values.Where(a => !a.RunsChildrensServices).ToLookup(a => a.ChildrensServices, a => a.Gss);

    private static readonly ILookup<string, string> ByDfe =
        EmbeddedText.Rows("dfe-codes.csv").ToLookup(row => row[0], row => row[1]);

    /// <summary>Every authority and district, in the order of the source.</summary>
    public static IReadOnlyCollection<LocalAuthority> All => ByGss.Values;

    /// <summary>The authority or district with this code, whether or not the code is still in use; null if unknown.</summary>
    public static LocalAuthority? Named(string? gss) => gss is null ? null : ByGss.GetValueOrDefault(gss);

    /// <summary>
    /// The authority that runs children's services on this day for a place with this code: a district's county, and the
    /// successor of a code that has ended. Null when the code is unknown, not yet in use, or ended without one successor
    /// (Cumbria, which became two): then <see cref="AuthoritiesFor"/> knows more.
    /// </summary>
    public static string? AuthorityFor(string? gss, DateOnly day)
    {
        for (var i = 0; i < MostSuccessors && Named(gss) is { } place; i++)
        {
            if (new DateSpan(place.From, place.To).Contains(day))
                return place.ChildrensServices;
            gss = place.Successor;
        }

        return null;
    }

    /// <summary>
    /// The authorities that can have run children's services on this day for a place with this code, written at any time:
    /// several where the code's area was divided between them since, or put together from theirs. Empty when the code is unknown.
    /// </summary>
    public static IReadOnlySet<string> AuthoritiesFor(string? gss, DateOnly day)
    {
        if (Named(gss) is not { } place)
            return FrozenSet<string>.Empty;
        if (new DateSpan(place.From, place.To).Contains(day))
            return new HashSet<string> { place.ChildrensServices };
        var then = day < place.From ? Forebears[place.Gss] : place.Successor is { } one ? [one] : Districts[place.Gss];
        return then.SelectMany(code => AuthoritiesFor(code, day)).ToHashSet();
    }

    /// <summary>As <see cref="AuthorityFor"/>, after every reorganisation that this release knows.</summary>
    public static string? Current(string? gss) => AuthorityFor(gss, DateOnly.MaxValue);

    /// <summary>
    /// The GSS code behind a three-digit code of the Department for Education; null if unknown. Where one code stands for
    /// an old and a new authority (933, Somerset), the new one.
    /// </summary>
    public static string? ByDfeCode(string? code) => code is null ? null : ByDfe[code].LastOrDefault();

    private static LocalAuthority Read(string[] row) =>
        new(row[0], row[1], row[3], Day(row[4]), Day(row[5]), row[6].Length == 0 ? null : row[6]);

    private static DateOnly? Day(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
