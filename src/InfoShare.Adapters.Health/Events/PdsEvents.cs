namespace InfoShare.Adapters.Health.Events;

/// <summary>Events of the NHS about a person, named without their version. Sources: NHS Multicast Notification Service; National Events Management Service.</summary>
internal static class PdsEvents
{
    public const string AddressChanged = "pds-change-of-address";
    public const string PracticeChanged = "pds-change-of-gp";
    public const string PracticeAsked = "gpreg-change-gp-req";

    /// <summary>Nothing was left: the first practice of a newborn, or of somebody new to the NHS.</summary>
    public const string FirstRegistration = "a first registration with a practice";

    /// <summary>The name without its version: <c>pds-change-of-gp</c> for <c>pds-change-of-gp-2</c>.</summary>
    public static string NameOf(string type) =>
        type.LastIndexOf('-') is > 0 and var dash && type.AsSpan(dash + 1) is { Length: > 0 } version && !version.ContainsAnyExceptInRange('0', '9')
            ? type[..dash]
            : type;

    /// <summary>Why an event that tells of no move gives nothing to send. What is to be looked up is for the agency: PDS is out of reach here.</summary>
    public static string Nothing(string name) => name switch
    {
        "pds-record-change" => "a record that changed in what is not told: look in PDS whether the child moved",
        "nhs-number-change" => "an NHS number that was replaced or withdrawn: look it up in PDS, and send under the number that holds",
        "pds-death-notification" => "a death",
        "pds-birth-notification" => "a birth",
        _ => "an event that tells of no move",
    };
}
