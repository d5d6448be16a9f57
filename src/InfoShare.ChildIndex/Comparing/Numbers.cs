using InfoShare.ChildIndex.Similarity;

namespace InfoShare.ChildIndex.Comparing;

/// <summary>Compares numbers whose check holds.</summary>
public static class Numbers
{
    public static Agreement Of(string one, string other) =>
        one.Length == 0 || other.Length == 0 ? Agreement.Unknown
        : one == other ? Agreement.Same
        : Slips.Between(one, other) == 1 ? Agreement.Slip
        : Agreement.Different;
}
