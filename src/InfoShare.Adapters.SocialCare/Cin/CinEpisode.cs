using System.Xml.Linq;
using InfoShare.Contracts.Concerns;

namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>An episode: one referral and what followed it.</summary>
/// <param name="Referred">The day of the referral; null when there is none that can be used.</param>
/// <param name="Source">ReferralSource.</param>
/// <param name="Need">PrimaryNeedCode.</param>
/// <param name="Closed">The day it was closed; null while it is open.</param>
/// <param name="ClosureReason">ReasonForClosure.</param>
/// <param name="Factors">Factors of all its assessments.</param>
/// <param name="NoFurtherAction">ReferralNFA.</param>
/// <param name="Enquiry">The first day of an open enquiry under s.47; null when none is open. Unknown days count as the referral's.</param>
/// <param name="Plans">Its plans, open or not.</param>
/// <param name="Marks">What was dropped.</param>
internal sealed record CinEpisode(
    DateOnly? Referred, string? Source, string? Need, DateOnly? Closed, string? ClosureReason, IReadOnlyList<string> Factors,
    bool NoFurtherAction, DateOnly? Enquiry, CinPlans Plans, IReadOnlyList<Mark> Marks)
{
    private const int MostFactors = 40;

    public static CinEpisode Read(XElement element, DateOnly asOf)
    {
        var marks = new List<Mark>();
        var fields = new CinFields(element, "CINdetails", asOf, marks);
        // Read apart: a bad referral date stops the record, so it is not a mark.
        var referred = new CinFields(element, "CINdetails", asOf, []).PastDay("CINreferralDate");
        return new(
            referred,
            fields.Code("ReferralSource", CinCodes.ReferralSourceCodes, "must be a referral source code of the census"),
            fields.Code("PrimaryNeedCode", CinCodes.PrimaryNeedCodes, "must be N0 to N9"),
            Closure(fields, referred),
            fields.Code("ReasonForClosure", CinCodes.ClosureReasons, "must be RC1 to RC9"),
            FactorsOf(fields),
            fields.Flag("ReferralNFA") ?? false,
            OpenEnquiry(fields, referred, asOf),
            CinPlans.Read(fields),
            marks);
    }

    /// <summary>A closure that has not come, or came before the referral, closes nothing.</summary>
    private static DateOnly? Closure(CinFields fields, DateOnly? referred)
    {
        var closed = fields.PastDay("CINclosureDate");
        if (fields.Text("CINclosureDate") is null && fields.Text("ReasonForClosure") is not null)
            fields.Mark("CINclosureDate", "is missing beside ReasonForClosure; the episode counts as open");
        if (closed is null || !(closed < referred))
            return closed;
        fields.Mark("CINclosureDate", "must not be before CINreferralDate");
        return null;
    }

    private static IReadOnlyList<string> FactorsOf(CinFields fields)
    {
        var factors = new List<string>();
        foreach (var assessment in fields.Each("Assessments"))
        {
            // Nothing is said with these days; an impossible one is still worth knowing.
            assessment.PastDay("AssessmentActualStartDate");
            assessment.PastDay("AssessmentAuthorisationDate");
            factors.AddRange(assessment.Block("FactorsIdentifiedAtAssessment")
                .Codes("AssessmentFactors", CinCodes.Factors, "must be an assessment factor code of the census"));
        }

        var distinct = factors.Distinct(StringComparer.Ordinal).ToList();
        if (distinct.Count > MostFactors)
            fields.Mark("Assessments", $"must not have more than {MostFactors} different factors; the first were used");
        return [.. distinct.Take(MostFactors)];
    }

    /// <summary>An enquiry ends with its conference, or with the finding that none is needed. One whose start cannot be read still counts.</summary>
    private static DateOnly? OpenEnquiry(CinFields fields, DateOnly? referred, DateOnly asOf)
    {
        var open = new List<DateOnly>();
        foreach (var enquiry in fields.Each("Section47"))
        {
            var start = enquiry.PastDay("S47ActualStartDate") ?? referred;
            var conference = enquiry.Day("DateOfInitialCPC");
            var ended = enquiry.Flag("ICPCnotRequired") is true || (conference <= asOf && conference >= start);
            if (!ended && start is { } day)
                open.Add(day);
        }

        return open is [] ? null : open.Min();
    }
}
