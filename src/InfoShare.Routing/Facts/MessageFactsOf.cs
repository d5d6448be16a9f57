using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;
using InfoShare.Policy;

namespace InfoShare.Routing.Facts;

/// <summary>The coded facts of a message, without its content. Pure.</summary>
internal static class MessageFactsOf
{
    /// <param name="cumulative">It is one of several concerns of low level, by several agencies.</param>
    /// <param name="area">The authority where the child lives; null: unknown.</param>
    public static MessageFacts Create(string type, AgencyKind from, Subject subject, AddressSpellings? restricted, string? area, bool cumulative = false)
    {
        var parts = subject.Parts ?? new MessageParts();
        return new(
            type, from,
            subject.Concern?.LevelOfNeed,
            subject.Concern?.ImmediateDanger ?? false,
            subject.Concern?.AllegationAgainstStaff ?? false,
            subject.Concern?.Handling?.Code,
            !string.IsNullOrWhiteSpace(subject.Concern?.Handling?.Conditions),
            subject.Concern?.Handling?.NamedRecipients ?? NamedPosts.Of(subject.Notice),
            parts.Incident?.Categories ?? [],
            parts.Incident?.Factors ?? [],
            restricted is not null,
            parts.Identity is { DateOfBirth: null, ExpectedDateOfBirth: not null },
            subject.Move?.MoveType,
            // What was known before goes with everything that is shared, also that nothing was.
            subject.IsShared ? [.. parts.Present(), PartName.History] : parts.Present(),
            restricted is null ? [] : LocationMask.PartsNaming(parts, restricted),
            area,
            !string.IsNullOrWhiteSpace(subject.Concern?.Detriment),
            subject.ChangedPlan?.Type,
            subject.ChangedPlan?.Change,
            cumulative);
    }
}
