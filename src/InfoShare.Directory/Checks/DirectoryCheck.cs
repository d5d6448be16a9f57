namespace InfoShare.Directory;

/// <summary>Everything that a directory must be beyond the form of its fields. Each check notes its problems in the fields it looks at.</summary>
internal static class DirectoryCheck
{
    public static void Run(WrittenDirectory directory)
    {
        IdCheck.Run(directory);
        DateCheck.Run(directory);
        AreaCheck.Run(directory);
        RoleCheck.Run(directory);
        ReferenceCheck.Run(directory);
        ServingCheck.Run(directory);
        MandatoryPostCheck.Run(directory);
        SchoolYearCheck.Run(directory);
        LocalClockCheck.Run(directory);
    }
}
