using System.Numerics;
using Lossary.Losses;

namespace Lossary.Audit;

/// <summary>Numbers at which formulas break: tiny, large, at the ends of domains, where exponentials overflow.</summary>
internal static class Grid
{
    private static readonly double[] s_magnitudes =
    [
        0, 5e-324, 1e-300, 1e-45, 1e-30, 1e-20, 1e-8, 1e-3, 0.1, 0.3, 0.5, 0.999, 1, 1.001, 1.5, 2, 3, 5, 7, 10, 15, 20, 36.8,
        50, 88, 100, 500, 700, 745, 1e4, 1e8, 1e15, 1e30, 1e150, 1e300,
    ];

    private static readonly double[] s_nearOne = [1e-16, 1e-8, 1e-4, 0.01, 0.2];

    /// <summary>Those of them, and of their negatives, that lie in a domain and that <typeparamref name="T"/> holds.</summary>
    public static IReadOnlyList<double> Of<T>(Domain domain)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        IEnumerable<double> all = s_magnitudes.Concat(s_magnitudes.Select(x => -x)).Concat(s_nearOne.Select(x => 1 - x))
            .Select(x => double.CreateTruncating(T.CreateTruncating(x)));
        return [.. all.Where(x => double.IsFinite(x) && domain.Contains(x)).Distinct().Order()];
    }
}
