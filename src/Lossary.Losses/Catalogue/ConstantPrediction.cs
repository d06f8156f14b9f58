using System.Globalization;

namespace Lossary.Losses;

/// <summary>The best prediction where one number has to do for all: where training and boosting start.</summary>
public static class ConstantPrediction
{
    extension(ISampleLoss loss)
    {
        /// <summary>The raw prediction, before the link, that costs least when it is made for every sample.</summary>
        /// <remarks>
        /// It is the statistic that <see cref="LossTraits.Functional"/> names, taken through the link: ln of the mean
        /// for <c>poisson</c>, the logit of the share for <c>binary-cross-entropy</c>. That may be infinite, where all
        /// counts are 0 or all samples of one class. Where a whole interval is best, it is the lower end.
        /// </remarks>
        /// <param name="targets">Shape [n].</param>
        /// <param name="weights">Shape [n], not negative; or empty: all 1.</param>
        /// <returns>Null where the best constant has no name, or no sample counts.</returns>
        /// <exception cref="ArgumentException">
        /// Lengths differ, a weight is negative, or a target is out of the loss's domain.
        /// </exception>
        public double? BestConstant(ReadOnlySpan<double> targets, ReadOnlySpan<double> weights = default)
        {
            (double Target, double Weight)[] samples = Counting(loss.Card.Target, targets, weights);
            LossTraits traits = loss.Traits;
            if (samples.Length == 0 || traits.Functional == Functional.Unnamed)
            {
                return null;
            }

            return Raw(loss.Card.Link, traits.Functional switch
            {
                Functional.Mean => Mean(samples),
                Functional.Median => Quantile(samples, 0.5),
                Functional.Quantile => Quantile(samples, traits.Level),
                Functional.Expectile => Expectile(samples, traits.Level),
                _ => Math.Exp(Mean([.. samples.Select(sample => (Math.Log(sample.Target), sample.Weight))])),
            });
        }
    }

    /// <summary>The samples that count, in the order of their targets.</summary>
    private static (double Target, double Weight)[] Counting(
        Domain domain, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights)
    {
        if (!weights.IsEmpty && weights.Length != targets.Length)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"weights has {weights.Length} elements, targets has {targets.Length}."),
                nameof(weights));
        }

        DomainCheck.Check(weights, Domain.NonNegative, [], [], nameof(weights), passesNaN: false);
        DomainCheck.Check(targets, domain, weights, [], nameof(targets), passesNaN: false);
        List<(double Target, double Weight)> samples = new(targets.Length);
        for (int i = 0; i < targets.Length; i++)
        {
            double weight = weights.IsEmpty ? 1 : weights[i];
            if (weight > 0)
            {
                samples.Add((targets[i], weight));
            }
        }

        samples.Sort((left, right) => left.Target.CompareTo(right.Target));
        return [.. samples];
    }

    /// <summary>From the target's scale to the raw prediction's.</summary>
    private static double Raw(Link link, double value) => link switch
    {
        Link.Log => Math.Log(Math.Max(0, value)),
        Link.Logit => Math.Log(value / (1 - value)),
        _ => value,
    };

    private static double Mean((double Target, double Weight)[] samples) =>
        samples.Sum(sample => sample.Weight * sample.Target) / samples.Sum(sample => sample.Weight);

    /// <summary>The least target that has at least the level's share of the weight at or below it.</summary>
    private static double Quantile((double Target, double Weight)[] sorted, double level)
    {
        double due = level * sorted.Sum(sample => sample.Weight), below = 0;
        foreach ((double target, double weight) in sorted)
        {
            below += weight;
            if (below >= due)
            {
                return target;
            }
        }

        return sorted[^1].Target;
    }

    /// <summary>
    /// The mean in which what lies above weighs level and what lies below 1 − level: of the means that each cut of the
    /// sorted targets gives, the one that lies in its own cut.
    /// </summary>
    private static double Expectile((double Target, double Weight)[] sorted, double level)
    {
        double weights = level * sorted.Sum(sample => sample.Weight);
        double sum = level * sorted.Sum(sample => sample.Weight * sample.Target);
        double expectile = sum / weights;
        for (int i = 0; i < sorted.Length && sorted[i].Target < expectile; i++)
        {
            (double target, double weight) = sorted[i];
            weights += (1 - (2 * level)) * weight;
            sum += (1 - (2 * level)) * weight * target;
            expectile = sum / weights;
        }

        return expectile;
    }
}
