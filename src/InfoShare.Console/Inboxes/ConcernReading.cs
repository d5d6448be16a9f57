using InfoShare.Clocks;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Parts;

namespace InfoShare.Console.Inboxes;

/// <summary>What is wrong with a field of a form. Never says what was written.</summary>
/// <param name="Field">The id to which the problem leads; empty: none.</param>
public sealed record FormProblem(string Field, string Problem);

/// <summary>Reads a filled-in form as messages: what was said about agreement, then the concern. Pure.</summary>
public static class ConcernReading
{
    private const string RaisedBySchool = "2A";

    /// <summary>What must be put right before anything can be made of it.</summary>
    public static IReadOnlyList<FormProblem> ProblemsOf(ConcernForm form, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(form);
        (string, string?)[] found =
        [
            (nameof(ConcernForm.Given), new[] { form.Given, form.Family, form.NhsNumber, form.Upn }.All(string.IsNullOrWhiteSpace) ? "Enter a name of the child, or a number" : null),
            (nameof(ConcernForm.BornDay), Born(form, today).Problem),
            (nameof(ConcernForm.NhsNumber), NhsNumber.Compact(form.NhsNumber) is { Length: > 0 } nhs && (nhs.Length != NhsNumber.Length || !nhs.All(char.IsAsciiDigit)) ? "NHS number must be 10 digits" : null),
            (nameof(ConcernForm.Upn), Text(form.Upn) is { } upn && !Contracts.Codes.Upn.HasForm(upn) ? "Unique pupil number must be 13 letters and digits" : null),
            (nameof(ConcernForm.Facts), Text(form.Facts) is null ? "Enter what was seen or heard" : null),
            (nameof(ConcernForm.SeenDay), Seen(form, today).Problem),
            (nameof(ConcernForm.Level), Is(form.Level, ConcernWords.Levels) ? null : "Choose how much help the child needs, or that you do not know"),
            (nameof(ConcernForm.Informed), Text(form.Informed) is null || Is(form.Informed, ConcernWords.Informed) ? null : "Choose whether the family knows"),
            (nameof(ConcernForm.Agreement), Is(form.Agreement, ConcernWords.Agreements) ? null : "Choose whether you asked for agreement"),
            (nameof(ConcernForm.AgreementWhy), form.Agreement == ConcernWords.NotAsked && Text(form.AgreementWhy) is null ? "Enter why you did not ask for agreement" : null),
            (nameof(ConcernForm.Reach), Text(form.Reach) is null ? "Enter who to call back" : null),
        ];
        return [.. found.Where(one => one.Item2 is not null).Select(one => new FormProblem(one.Item1, one.Item2!))];
    }

    /// <summary>The messages of a form without problems.</summary>
    /// <param name="reference">The sender's own for the concern.</param>
    public static IReadOnlyList<object> Read(ConcernForm form, string organisation, string role, string reference, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(form);
        var identity = Identity(form, reference, today);
        return [AgreementOf(form, identity, reference, today), ConcernOf(form, identity, organisation, role, reference, today)];
    }

    /// <summary>Numbers that are most likely mistyped. They do not stop anything.</summary>
    public static IEnumerable<string> DoubtsOf(ConcernForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (Text(form.NhsNumber) is { } nhs && !NhsNumber.IsValid(nhs))
            yield return "The NHS number has a mistake in it: compare it. It can be sent as it is, but will not be used to find the child.";
        if (Text(form.Upn) is { } upn && !Contracts.Codes.Upn.IsValid(upn))
            yield return "The unique pupil number has a mistake in it: compare it. It can be sent as it is, but will not be used to find the child.";
    }

    /// <summary>Nobody older has services as a child or young person. Source: Children and Families Act 2014 s.83(2).</summary>
    private const int NotOlderThan = 25;

    internal static (DateOnly? Day, string? Problem) Born(ConcernForm form, DateOnly today)
    {
        var read = WrittenDay.Read("Date of birth", form.BornDay, form.BornMonth, form.BornYear, today);
        return read.Day is { } born && born.AddYears(NotOlderThan + 1) <= today ? (null, $"Date of birth must be of somebody who is {NotOlderThan} or younger") : read;
    }

    internal static (DateOnly? Day, string? Problem) Seen(ConcernForm form, DateOnly today) => WrittenDay.Read("The day on which it was seen", form.SeenDay, form.SeenMonth, form.SeenYear, today);

    private static ConsentRecorded AgreementOf(ConcernForm form, IdentityPart identity, string reference, DateOnly today) => new()
    {
        ConsentId = $"{reference}-agreement",
        AgreementTo = AgreementTo.Share,
        Answer = form.Agreement switch { ConcernWords.Agreed => ConsentAnswer.Given, ConcernWords.Refused => ConsentAnswer.Refused, _ => ConsentAnswer.NotSought },
        Reason = form.Agreement == ConcernWords.Agreed ? null : Text(form.AgreementWhy),
        GivenBy = ConsentGivenBy.Parent,
        ValidFrom = London.StartOf(today),
        Parts = new() { Identity = identity },
    };

    private static ConcernRaised ConcernOf(ConcernForm form, IdentityPart identity, string organisation, string role, string reference, DateOnly today)
    {
        var school = organisation.StartsWith("urn/", StringComparison.Ordinal) ? organisation[4..] : null;
        return new()
        {
            ConcernId = reference,
            LevelOfNeed = form.Level is { Length: 1 } level ? level[0] - '0' : null,
            ImmediateDanger = form.Danger,
            AllegationAgainstStaff = form.Staff,
            Parts = new()
            {
                Identity = identity,
                Address = AddressOf(form),
                Incident = new()
                {
                    ObservedOn = Seen(form, today).Day,
                    ReferralSource = school is null ? null : RaisedBySchool,
                    Facts = Text(form.Facts),
                    FamilyInformed = form.Informed switch { "yes" => FamilyInformed.Yes, "no" => FamilyInformed.No, "unsafe" => FamilyInformed.Unsafe, _ => null },
                    ActionRequested = Text(form.Asked),
                },
                ChildVoice = Text(form.Words) is { } words ? new() { Status = ChildVoiceStatus.Obtained, Words = words } : null,
                Education = school is null ? null : new() { SchoolUrn = school },
                Contact = new() { Role = role, Reach = Text(form.Reach) },
            },
        };
    }

    private static IdentityPart Identity(ConcernForm form, string reference, DateOnly today)
    {
        var (family, given, born) = (Text(form.Family), Text(form.Given), Born(form, today).Day);
        Identifier?[] numbers =
        [
            Text(form.NhsNumber) is { } nhs ? new() { System = IdentifierSystem.NhsNumber, Value = NhsNumber.Compact(nhs) } : null,
            Text(form.Upn) is { } upn ? new() { System = IdentifierSystem.Upn, Value = Contracts.Codes.Upn.Compact(upn) } : null,
        ];
        List<Identifier> known = [.. numbers.OfType<Identifier>()];
        // Else nothing would say that the agreement and the concern are of one child.
        if ((born is null || (family ?? given) is null) && !DoubtlessIn(form))
            known.Add(new() { System = IdentifierSystem.Local, Value = reference[^12..] });
        return new()
        {
            Identifiers = known,
            Names = (family ?? given) is null ? [] : [new() { Family = family, Given = given is null ? [] : [given], Use = NameUse.Usual }],
            DateOfBirth = born,
        };
    }

    private static bool DoubtlessIn(ConcernForm form) => NhsNumber.IsValid(form.NhsNumber) || Contracts.Codes.Upn.IsValid(form.Upn);

    private static AddressPart? AddressOf(ConcernForm form)
    {
        var lines = form.Address?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        var postcode = Text(form.Postcode)?.ToUpperInvariant();
        var isKnown = lines.Length > 0 || postcode is not null;
        // A restriction is told even where the address is not.
        return !isKnown && !form.Restricted ? null : new()
        {
            Restricted = form.Restricted ? true : null,
            Addresses = isKnown ? [new() { Lines = lines, Postcode = postcode, Use = AddressUse.Home }] : [],
        };
    }

    private static bool Is(string? chosen, IReadOnlyList<FieldChoice> choices) => choices.Any(choice => choice.Value == chosen);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}
