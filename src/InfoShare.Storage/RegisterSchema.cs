namespace InfoShare.Storage;

/// <summary>By what the console's registers are read: few rows of many.</summary>
internal static class RegisterSchema
{
    public const string Sql = """
        create index if not exists answer_clock_open on answer_clock (late_from) where answered_at is null and closed_at is null;
        """;
}
