using Lossary.Losses;
using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>Between the target's own scale and the one that a network learns on, fitted on training rows only.</summary>
/// <remarks>
/// A loss of the residual sees the target standardised: its parameters are in units of the target's spread. Others
/// with an identity or logarithmic link see it divided by its mean size, which keeps signs, zeros and ratios. Scores are
/// always on the own scale.
/// </remarks>
/// <param name="Shift">What is subtracted.</param>
/// <param name="Unit">What the rest is divided by; positive.</param>
/// <param name="Link">How a raw prediction becomes a response.</param>
public readonly record struct TargetScale(double Shift, double Unit, Link Link)
{
    /// <summary>The scale for a loss and the targets that it is to learn.</summary>
    internal static TargetScale Of(Candidate candidate, ReadOnlySpan<double> targets)
    {
        Link link = candidate.Loss.Card.Link;
        if (link is Link.Identity && candidate.IsDistance)
        {
            double spread = Math.Sqrt(Sums.Variance(targets));
            return new(Sums.Mean(targets), spread > 0 ? spread : 1, link);
        }

        if (link is Link.Identity or Link.Log)
        {
            double size = 0;
            foreach (double target in targets)
            {
                size += Math.Abs(target) / targets.Length;
            }

            return new(0, size > 0 ? size : 1, link);
        }

        return new(0, 1, link);
    }

    /// <summary>From the own scale to the one that is learnt.</summary>
    public double Encode(double target) => (target - Shift) / Unit;

    /// <summary>From a raw prediction to the own scale: a number, the probability of the positive class, or a score.</summary>
    public double Decode(double raw) => Link switch
    {
        Link.Identity => Shift + (Unit * raw),
        Link.Log => Unit * RealFunctions.Exp(raw),
        Link.Logit => RealFunctions.Sigmoid(raw),
        _ => raw,
    };
}
