namespace Lossary.Studies;

/// <summary>
/// The probabilities that one loss is better than another, practically the same, or worse; their sum is 1.
/// </summary>
/// <param name="Better">Better by more than the region of practical equivalence.</param>
/// <param name="Equivalent">Within that region.</param>
/// <param name="Worse">Worse by more than it.</param>
public readonly record struct BetterOrWorse(double Better, double Equivalent, double Worse)
{
    /// <summary>Reads the posterior of differences of a metric.</summary>
    /// <param name="posterior">Of the one's scores minus the other's.</param>
    /// <param name="higherIsBetter">Whether a positive difference is a better score.</param>
    internal static BetterOrWorse Of(BayesianDifference posterior, bool higherIsBetter) => higherIsBetter
        ? new(posterior.Above, posterior.Equivalent, posterior.Below)
        : new(posterior.Below, posterior.Equivalent, posterior.Above);
}
