using InfoShare.Clocks;
using InfoShare.Contracts.Codes;
using InfoShare.Directory.Yaml;

namespace InfoShare.Directory;

/// <summary>Reads the lists of a directory file: which fields an entry has.</summary>
internal static class EntryReader
{
    public static WrittenDirectory Read(YamlMap file, ProblemList problems)
    {
        var top = new Fields(file, "", problems);
        var written = new WrittenDirectory(
            List("participants", required: true, Participant),
            List("organisations", required: true, Organisation),
            List("teams", required: false, Team),
            List("posts", required: true, Post),
            List("schoolYears", required: false, SchoolYearReader.Read),
            List("clocks", required: false, LocalClock));
        top.Close();
        return written;

        IReadOnlyList<Written<T>> List<T>(string name, bool required, Func<Fields, T> read) where T : IEntry =>
            [.. (top.Entries(name, required)?.Items ?? []).Select((item, i) => One(item, $"{name}[{i}]", read, problems)).OfType<Written<T>>()];
    }

    private static Written<T>? One<T>(YamlNode item, string path, Func<Fields, T> read, ProblemList problems) where T : IEntry
    {
        if (item is not YamlMap map)
        {
            problems.Add(item.Line, path, "must be a group of fields, the first after a dash: - id: ...");
            return null;
        }

        var fields = new Fields(map, path, problems);
        var entry = read(fields);
        fields.Close();
        return new(entry, fields);
    }

    private static Participant Participant(Fields f) => new(
        f.Text("id"), Kind(f), f.Texts("organisations", required: true), f.Text("defaultFrontDoor"), f.Date("from"), f.Date("to"));

    private static Organisation Organisation(Fields f) => new(
        f.Text("id"), Kind(f), f.Text("name"), f.Texts("areas", required: true), f.Date("from"), f.Date("to"));

    private static Team Team(Fields f) => new(
        f.Text("id"), f.Text("organisation"), f.Text("name"), f.Texts("areas", required: true), f.Date("from"), f.Date("to"));

    private static Post Post(Fields f) => new(
        f.Text("id"), f.Text("role"), f.Text("organisation"), f.Optional("team"), f.Text("contact"), f.Text("hours"), f.Optional("outOfHours"),
        f.Optional("deputy"), f.Optional("fallback"), f.Texts("grants", required: false), f.Date("from"), f.Date("to"));

    private static LocalClock LocalClock(Fields f) => new(
        f.Text("clock"), f.Text("area"), Length(f), f.Text("source"), f.Date("from"), f.Date("to"));

    /// <summary>A clock's length; the default, which later checks pass over, when it is none.</summary>
    private static ClockLength Length(Fields f)
    {
        var text = f.Text("length");
        if (ClockLength.TryParse(text, out var length))
            return length.Value;
        if (text.Length > 0)
            f.Refuse("length", "must be a number and a unit, such as 1 working day, 15 school days, 14 days, 6 weeks, 3 months or 48 hours");
        return default;
    }

    /// <summary>The kind of agency; 0 when it is none, which later checks pass over.</summary>
    private static AgencyKind Kind(Fields f)
    {
        var word = f.Text("kind");
        var kind = Enum.GetValues<AgencyKind>().FirstOrDefault(k => OrganisationSource.KindWord(k) == word);
        if (kind == default && word.Length > 0)
            f.Refuse("kind", "must be education, health, police or social-care");
        return kind;
    }
}
