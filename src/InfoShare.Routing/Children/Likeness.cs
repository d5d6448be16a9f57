using InfoShare.ChildIndex.Blocking;
using InfoShare.ChildIndex.Deciding;
using InfoShare.ChildIndex.Normalising;
using InfoShare.Vault;

namespace InfoShare.Routing.Children;

/// <summary>What a message says of who the child is, ready to be compared with other records.</summary>
/// <param name="Keys">What like records are found by, as keyed hashes: they hold no name, date or place.</param>
internal sealed record Likeness(Profile Profile, IReadOnlyList<string> Keys)
{
    /// <summary>The kind of <see cref="Keys"/> in the store.</summary>
    public const string Kind = "details";

    /// <summary>Null where that is not enough to tell anybody by: a name, and a birth date or a place.</summary>
    public static Likeness? Of(ToldPerson? told, KeyedHash hash)
    {
        if (told is null)
            return null;
        var profile = Profile.Of(told.ToDetails());
        return profile.Names.Any(name => name.Given.IsKnown && name.Family.IsKnown) && (profile.Birth is not null || profile.Places.Count > 0)
            ? new(profile, [.. BlockingKeys.Of(profile).Select(key => hash.Of(Kind, key))])
            : null;
    }

    /// <summary>How a known record compares.</summary>
    public LookedUp With(string record, string child, Profile other)
    {
        var (probability, status) = LinkModel.Shipped.Weigh(Profile, other);
        return new(record, child, probability, status);
    }
}
