using System.Globalization;

namespace InfoShare.Policy.Tests.Validation;

/// <summary>Random conditions about the world of <see cref="Example"/>, most of them nearly right.</summary>
internal sealed class RandomConditions(Random random)
{
    private static readonly string[] Types = ["Bool", "Long", "String", "Strings", "datetime", "duration", "decimal", "ipaddr", "Practitioner", "Practitioners", "Role"];

    private static readonly Dictionary<string, string[]> Leaves = new()
    {
        ["Bool"] = ["true", "false", "resource.urgent", "context.agreed", "resource.concern.place.restricted", "(principal has phone)"],
        ["Long"] = ["1", "2", "resource.concern.level", "(-1)"],
        ["String"] = ["\"a\"", "\"areas\"", "principal.name", "principal.phone", "context.purpose", "resource.concern.place.postcode"],
        ["Strings"] = ["[\"a\"]", "resource.concern.categories", "principal.getTag(\"areas\")", "[]"],
        ["datetime"] = ["datetime(\"2026-01-12\")", "principal.joined", "context.now", "datetime(\"12 January\")"],
        ["duration"] = ["duration(\"1d\")", "principal.leave"],
        ["decimal"] = ["decimal(\"1.5\")", "resource.weight"],
        ["ipaddr"] = ["ip(\"10.0.0.0/8\")", "resource.from"],
        ["Practitioner"] = ["principal", "principal.manager", "Practitioner::\"a\""],
        ["Practitioners"] = ["resource.to", "[principal]"],
        ["Role"] = ["principal.role", "Role::\"duty\"", "principal.manager.role"],
    };

    private static readonly Dictionary<string, string[]> Forms = new()
    {
        ["Bool"] =
        [
            "({Bool} && {Bool})", "({Bool} && {Bool})", "({Bool} || {Bool})", "!{Bool}", "(if {Bool} then {Bool} else {Bool})", "({Long} < {Long})", "({datetime} >= {datetime})",
            "({String} == {String})", "({Practitioner} == {Practitioner})", "({Role} != {Role})", "({String} like \"a*\")", "({Practitioner} in {Practitioners})", "{Strings}.contains({String})",
            "{Strings}.containsAny({Strings})", "{Practitioners}.isEmpty()", "{decimal}.lessThan({decimal})", "{ipaddr}.isInRange({ipaddr})", "({Practitioner} is Practitioner)", "(resource is Folder)",
            "(principal has phone && {Bool})", "(principal has manager && {Bool})", "(principal has manager.manager && {Bool})", "(context has agreed && {Bool})", "(resource has weight && {Bool})",
            "(resource has concern.place.postcode && {Bool})", "(resource.concern has place && {Bool})", "(principal.hasTag(\"areas\") && {Bool})", "({Bool} && context has agreed)",
            "((principal has phone || principal has phone) && {Bool})", "((principal has phone || {Bool}) && {Bool})", "(if principal has manager then {Bool} else {Bool})", "(!(context has agreed) || {Bool})",
        ],
        ["Long"] = ["({Long} + {Long})", "({Long} * {Long})", "(-{Long})", "{duration}.toDays()", "(if {Bool} then {Long} else {Long})"],
        ["Strings"] = ["[{String}, {String}]"],
        ["Practitioners"] = ["[{Practitioner}, {Practitioner}]"],
        ["Practitioner"] = ["{ k: {Practitioner}, l: {Long} }.k", "{Practitioner}.manager"],
        ["datetime"] = ["{datetime}.offset({duration})", "{datetime}.toDate()"],
        ["duration"] = ["{datetime}.durationSince({datetime})", "{datetime}.toTime()"],
    };

    public string Next() => Expression("Bool", 4);

    private string Expression(string type, int depth)
    {
        if (random.Next(40) == 0)
            type = One(Types);
        return depth > 0 && Forms.TryGetValue(type, out var forms) && random.Next(5) > 0 ? Fill(One(forms), depth - 1) : One(Leaves[type]);
    }

    private string Fill(string form, int depth) =>
        Types.Aggregate(form, (text, type) => Fill(text, type, depth));

    private string Fill(string text, string type, int depth)
    {
        var hole = string.Create(CultureInfo.InvariantCulture, $"{{{type}}}");
        for (var at = text.IndexOf(hole, StringComparison.Ordinal); at >= 0; at = text.IndexOf(hole, at, StringComparison.Ordinal))
        {
            var filling = Expression(type, depth);
            text = text[..at] + filling + text[(at + hole.Length)..];
            at += filling.Length;
        }

        return text;
    }

    private string One(string[] several) => several[random.Next(several.Length)];
}
