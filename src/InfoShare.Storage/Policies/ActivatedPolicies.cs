using InfoShare.Policy;

namespace InfoShare.Storage.Policies;

/// <summary>The sets of the settings with those that were brought into force beside them.</summary>
/// <param name="Refused">Those of the latter that this release cannot read.</param>
/// <param name="Ids">Of every activation that was looked at.</param>
public sealed record ActivatedPolicies(SharingPolicies Policies, IReadOnlyList<PolicyActivationRow> Refused, IReadOnlyList<string> Ids)
{
    /// <summary>Pure. The set that came into force last decides, whoever said so; at one instant, what was approved.</summary>
    /// <param name="settled">Those of the settings.</param>
    /// <param name="known">Where sets are that have been read before: a set stays the same object.</param>
    public static ActivatedPolicies Of(SharingPolicies settled, SharingPolicies known, IReadOnlyList<PolicyActivationRow> rows)
    {
        ArgumentNullException.ThrowIfNull(settled);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(rows);
        var read = rows.Select(row => (Row: row, Policy: known.WithVersion(row.Version) ?? row.ToPolicy())).ToList();
        DatedPolicy[] dated = [.. read.Where(one => one.Policy is not null).Select(one => new DatedPolicy(Instants.FromMicroseconds(one.Row.InForceFrom), one.Policy!))];
        return new(settled.With(dated), [.. read.Where(one => one.Policy is null).Select(one => one.Row)], [.. rows.Select(row => row.ActivationId)]);
    }
}
