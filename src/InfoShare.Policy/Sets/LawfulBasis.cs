namespace InfoShare.Policy.Sets;

/// <summary>
/// Codes of lawful bases. A release names one Article 6 basis, one special-category condition with its Schedule 1 paragraph,
/// the statutory gateway and the ground for confidentiality, as far as each applies.
/// </summary>
public static class LawfulBasis
{
    /// <summary>Each with its source.</summary>
    public static IReadOnlyDictionary<string, string> Sources { get; } = new Dictionary<string, string>
    {
        ["UKGDPR-5-1-c"] = "UK GDPR article 5(1)(c): no more than is necessary",
        ["UKGDPR-6-1-a"] = "UK GDPR article 6(1)(a): consent",
        ["UKGDPR-6-1-c"] = "UK GDPR article 6(1)(c): legal obligation",
        ["UKGDPR-6-1-d"] = "UK GDPR article 6(1)(d): vital interests",
        ["UKGDPR-6-1-e"] = "UK GDPR article 6(1)(e): public task",
        ["UKGDPR-9-2-c"] = "UK GDPR article 9(2)(c): vital interests",
        ["UKGDPR-9-2-g"] = "UK GDPR article 9(2)(g): substantial public interest",
        ["UKGDPR-9-2-h"] = "UK GDPR article 9(2)(h): health or social care",
        ["UKGDPR-19"] = "UK GDPR article 19: telling recipients of a correction",
        ["DPA18-S1-P18"] = "Data Protection Act 2018, schedule 1, paragraph 18: safeguarding of children and of individuals at risk",
        ["DPA18-PT3"] = "Data Protection Act 2018, part 3: law enforcement",
        ["CA04-S10"] = "Children Act 2004, section 10: co-operation to improve well-being",
        ["CA04-S11"] = "Children Act 2004, section 11: duty to safeguard and promote welfare",
        ["CA04-S16LB"] = "Children Act 2004, section 16LB: duty to disclose; not commenced",
        ["CA89-S17"] = "Children Act 1989, section 17: children in need",
        ["CA89-S47"] = "Children Act 1989, section 47: enquiries where there may be significant harm",
        ["CDA98-S115"] = "Crime and Disorder Act 1998, section 115: disclosure",
        ["HA96-S213AA"] = "Housing Act 1996, section 213AA: notice of a child in temporary accommodation, by agreement",
        ["VPA24-OPENC"] = "Victims and Prisoners Act 2024: telling schools of domestic abuse (Operation Encompass)",
        ["CLDC-PI"] = "common-law duty of confidentiality: disclosure in the public interest",
    };

    /// <summary>What only an agreement gives.</summary>
    internal const string Agreement = "UKGDPR-6-1-a";

    /// <summary>Of the built-in front-door rule.</summary>
    internal static readonly string[] SignificantHarm = ["UKGDPR-6-1-e", "UKGDPR-9-2-g", "DPA18-S1-P18", "CA89-S47", "CA04-S11", "CLDC-PI"];
}
