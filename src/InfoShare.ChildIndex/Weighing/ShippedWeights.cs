using InfoShare.ChildIndex.Comparing;

namespace InfoShare.ChildIndex.Weighing;

/// <summary>Weights for a register of children, where there are not enough records to estimate them from.</summary>
public static class ShippedWeights
{
    public static readonly Weights Weights = new(
        [
            //   unknown  same   close  variant swapped slip   alike  partly different
            Of(0.83, 0.05, 0.05, 0.01, 0, 0.03, 0, 0.03),
            Of(0.83, 0.06, 0, 0, 0, 0.02, 0.03, 0.06),
            Of(0.92, 0, 0, 0, 0.05, 0, 0.02, 0.01),
            Of(0.65, 0, 0, 0, 0.05, 0, 0.10, 0.20),
            Of(0.50, 0.15, 0, 0, 0, 0.05, 0, 0.30),
            Of(0.99, 0, 0, 0, 0.002, 0, 0, 0.008),
            Of(0.95, 0, 0, 0, 0.01, 0, 0, 0.04),
        ],
        [
            Of(0.006, 0.008, 0.006, 0.0001, 0, 0.02, 0, 0.96),
            Of(0.003, 0.003, 0, 0, 0, 0.01, 0.004, 0.98),
            Of(0.00018, 0, 0, 0, 0.003, 0, 0.09, 0.9068),
            Of(0.0001, 0, 0, 0, 0.0004, 0, 0.02, 0.9795),
            Of(0.00005, 0.002, 0, 0, 0, 0.01, 0, 0.98795),
            Of(1e-7, 0, 0, 0, 1e-7, 0, 0, 0.9999998),
            Of(1e-7, 0, 0, 0, 1e-6, 0, 0, 0.9999989),
        ],
        1e-5);

    /// <summary>In the order of <see cref="Agreement"/>; an agreement that a field does not have says nothing either way.</summary>
    private static double[] Of(params double[] shares) => [0, .. shares.Select(share => share == 0 ? 1e-9 : share)];
}
