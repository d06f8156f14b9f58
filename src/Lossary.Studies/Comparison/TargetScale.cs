using Lossary.Losses;
using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>
/// Between the target's own scale and the one that a network learns on, fitted on training rows only.
/// </summary>
/// <remarks>
/// A loss of the residual, or of a location and a spread, sees the target standardised: its parameters are in units of
/// the target's spread, which is the distance of the quartiles divided by 1.349, the standard deviation where the
/// target is normal. Others with an identity or logarithmic link see it divided by its mean size, which keeps signs,
/// zeros and ratios. A loss that takes predictions above a bound only is given the bound and an exponential above it.
/// Scores are always on the own scale.
/// </remarks>
/// <param name="Shift">What is subtracted.</param>
/// <param name="Unit">What the rest is divided by; positive.</param>
/// <param name="Link">How a raw prediction becomes a response.</param>
public readonly record struct TargetScale(double Shift, double Unit, Link Link)
{
    /// <summary>The scale for a loss and the targets that it is to learn.</summary>
    internal static TargetScale Of(ILoss loss, ReadOnlySpan<double> targets)
    {
        Link link = loss.Card.Link;
        DistributionHead? head = DistributionHead.Find(loss.Card.Key);
        if (head is { LogMean: >= 0 })
        {
            return new(0, 1, Link.Identity);
        }

        if (head is { IsOfAmounts: true })
        {
            return new(0, SizeOf(targets, 0), Link.Identity);
        }

        if (link is Link.Identity && LossCatalogue.EntryOf(loss).Family is LossFamily.Distance or LossFamily.Head)
        {
            return new(OrderStatistics.Median(OrderStatistics.Sorted(targets)), SpreadOf(targets), link);
        }

        return link switch
        {
            _ when QueryLoss.Is(loss) => new(0, 1, Link.Identity),
            _ when TimeLoss.Is(loss) => new(0, MiddleOf(targets), Link.Log),
            Link.Identity when loss.Card.Prediction is { IsEverything: false, Low: double bound } =>
                new(bound, SizeOf(targets, bound), Link.Log),
            Link.Identity or Link.Log => new(0, SizeOf(targets, 0), link),
            _ => new(0, 1, link),
        };
    }

    /// <summary>
    /// The unit of a residual: the quartiles' distance as a multiple of a standard normal's, which outliers do not
    /// move; a standard deviation would be theirs, and a length in units of it would make every loss the squared one.
    /// Where the quartiles are equal, the standard deviation after all; 1 for targets that are all the same.
    /// </summary>
    /// <param name="targets">Shape [n], on their own scale; not empty.</param>
    public static double SpreadOf(ReadOnlySpan<double> targets)
    {
        const double QuartilesOfNormal = 1.3489795003921634;
        double[] sorted = OrderStatistics.Sorted(targets);
        double spread = (OrderStatistics.Quantile(sorted, 0.75) - OrderStatistics.Quantile(sorted, 0.25))
            / QuartilesOfNormal;
        spread = spread > 0 ? spread : Math.Sqrt(Sums.Variance(targets));
        return spread > 0 ? spread : 1;
    }

    /// <summary>
    /// The loss as a network learns it: lengths of a loss of the residual are in units of the spread already;
    /// parameters of the others keep their meaning on the own scale, so that a negative binomial's dispersion is that
    /// of the counts.
    /// </summary>
    internal ILoss Learnt(ILoss loss)
    {
        LossEntry entry = LossCatalogue.EntryOf(loss);
        return entry.Family == LossFamily.Distance ? loss : entry.InUnits(loss, Unit);
    }

    /// <summary>The median of times; 1 where that is 0.</summary>
    private static double MiddleOf(ReadOnlySpan<double> targets) =>
        OrderStatistics.Median(OrderStatistics.Sorted(targets)) is double median and > 0 ? median : 1;

    /// <summary>The mean distance from an origin; 1 where all are there.</summary>
    private static double SizeOf(ReadOnlySpan<double> targets, double origin)
    {
        double size = 0;
        foreach (double target in targets)
        {
            size += Math.Abs(target - origin) / targets.Length;
        }

        return size > 0 ? size : 1;
    }

    /// <summary>From the own scale to the one that is learnt.</summary>
    public double Encode(double target) => (target - Shift) / Unit;

    /// <summary>How fast the own scale's number grows with the raw one.</summary>
    internal double SlopeAt(double raw) => Link switch
    {
        Link.Identity => Unit,
        Link.Log => Unit * RealFunctions.Exp(raw),
        _ => 1,
    };

    /// <summary>
    /// From a raw prediction to the own scale: a number, the probability of the positive class, or a score.
    /// </summary>
    public double Decode(double raw) => Link switch
    {
        Link.Identity => Shift + (Unit * raw),
        Link.Log => Shift + (Unit * RealFunctions.Exp(raw)),
        Link.Logit => RealFunctions.Sigmoid(raw),
        _ => raw,
    };
}
