using InfoShare.Console.Words;

namespace InfoShare.Console.Inboxes;

/// <summary>What would be sent, to look at before it is. Pure.</summary>
public static class ConcernSummary
{
    public static IEnumerable<(string Label, string Value)> Of(ConcernForm form, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(form);
        (string Field, string? Value)[] lines =
        [
            (nameof(form.Danger), form.Danger ? "Yes" : "No"),
            (nameof(form.Given), form.Given), (nameof(form.Family), form.Family), ("Born", ConcernReading.Born(form, today).Day?.Words()),
            (nameof(form.NhsNumber), form.NhsNumber), (nameof(form.Upn), form.Upn), (nameof(form.Address), form.Address), (nameof(form.Postcode), form.Postcode),
            (nameof(form.Restricted), form.Restricted ? "Yes" : null), (nameof(form.Facts), form.Facts), ("Seen", ConcernReading.Seen(form, today).Day?.Words()),
            (nameof(form.Words), form.Words), (nameof(form.Level), LabelOf(ConcernWords.Levels, form.Level)), (nameof(form.Staff), form.Staff ? "Yes" : null),
            (nameof(form.Informed), LabelOf(ConcernWords.Informed, form.Informed)), (nameof(form.Agreement), LabelOf(ConcernWords.Agreements, form.Agreement)),
            (nameof(form.AgreementWhy), form.AgreementWhy), (nameof(form.Asked), form.Asked), (nameof(form.Reach), form.Reach),
        ];
        return lines.Where(line => !string.IsNullOrWhiteSpace(line.Value)).Select(line => (ConcernWords.Labels[line.Field], line.Value!));
    }

    private static string? LabelOf(IReadOnlyList<FieldChoice> choices, string? value) => choices.FirstOrDefault(choice => choice.Value == value)?.Label;
}
