namespace InfoShare.Adapters.Police.Notifications;

/// <summary>How much of a file of notifications is read.</summary>
public static class NoticeLimits
{
    /// <summary>Bytes of a file: 8 MiB. The attributes of a tag are held in memory together.</summary>
    public const int Bytes = 8 * 1024 * 1024;

    /// <summary>Bytes of one notice in JSON: 1 MiB.</summary>
    public const int NoticeBytes = 1024 * 1024;

    /// <summary>Elements of a file in XML; a full notice has some hundred.</summary>
    public const int Elements = 200_000;

    /// <summary>Levels of nesting; the format itself has six.</summary>
    public const int Depth = 32;

    /// <summary>Characters of a long text; what is longer is cut, and says so.</summary>
    public const int LongText = 10_000;

    /// <summary>Characters of a short text; what is longer is dropped and marked.</summary>
    public const int ShortText = 200;

    /// <summary>Characters of a reference.</summary>
    public const int Reference = 40;
}
