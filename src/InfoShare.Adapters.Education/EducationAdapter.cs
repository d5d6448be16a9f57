using InfoShare.Adapters.Education.Attendance;
using InfoShare.Adapters.Education.Ctf;
using InfoShare.Adapters.Education.Ctf.Writing;
using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.Translation;

namespace InfoShare.Adapters.Education;

/// <summary>The formats of schools, colleges and the authority's education services.</summary>
public static class EducationAdapter
{
    /// <summary>What it reads, in the order in which they are tried.</summary>
    public static IReadOnlyList<ITranslator> Translators { get; } = [new CtfTranslator(), new AttendanceTranslator(), new CanonicalTranslator()];

    /// <summary>What it writes.</summary>
    public static IDeliveryFormat Format { get; } = new CtfDeliveryFormat();
}
