using Lossary.Training;

namespace Lossary.Studies;

/// <summary>The differences of a metric that nobody would care about.</summary>
/// <param name="Rope">Half the width of the region of practical equivalence: 0.01 is 1 %.</param>
/// <param name="IsRelative">
/// Whether that is a share of the best loss's score, as for errors in the target's unit; otherwise it is in the
/// metric's own points, as for accuracies.
/// </param>
public readonly record struct PracticalEquivalence(double Rope, bool IsRelative)
{
    /// <summary>Half the width unless the user says otherwise: 1 %, as Benavoli et al. take for accuracies.</summary>
    public const double DefaultRope = 0.01;

    /// <summary>
    /// The region for a metric: points where its values are shares or end at 1, shares of the score elsewhere.
    /// </summary>
    /// <param name="metric">The metric that decides.</param>
    /// <param name="rope">At least 0.</param>
    public static PracticalEquivalence For(Metric metric, double rope)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return new(rope, metric.Unit != MetricUnit.Share && !metric.HigherIsBetter);
    }

    /// <summary>Half the width on the metric's own scale.</summary>
    /// <param name="best">The best loss's mean score.</param>
    public double HalfWidthAt(double best) => IsRelative ? Rope * Math.Abs(best) : Rope;
}
