using Lossary.Numerics;

namespace Lossary.Losses.Tests;

/// <summary>
/// What every loss of one prediction and one target owes: its formula is the published one, its derivatives are those of
/// its formula, every lane and policy agrees, its claims hold. A loss's own test class derives from the laws of its
/// family, gives the loss, its parameters and the published formula in plain C#, and inherits all of them.
/// </summary>
public abstract partial class SampleLaws<TLoss>
    where TLoss : struct, ISampleLoss<TLoss>, IDocumentedLoss
{
    /// <param name="subject">The loss.</param>
    /// <param name="parameters">Its parameters in the card's order, as the catalogue would make it.</param>
    protected SampleLaws(TLoss subject, params double[] parameters)
    {
        Subject = subject;
        Parameters = parameters;
    }

    /// <summary>The loss.</summary>
    protected TLoss Subject { get; }

    /// <summary>Its parameters in the card's order.</summary>
    protected IReadOnlyList<double> Parameters { get; }

    /// <summary>What it claims.</summary>
    protected LossTraits Traits => Subject.Traits;

    /// <summary>Its card.</summary>
    protected static LossCard Card => TLoss.Card;

    /// <summary>Targets at which laws of the prediction are tried.</summary>
    protected virtual IReadOnlyList<double> Targets { get; } = DefaultTargets(Card.Target);

    /// <summary>
    /// Targets at which the loss, as a function of its prediction, is the function that its traits speak of: for a
    /// distance 0, for a margin 1.
    /// </summary>
    protected abstract IReadOnlyList<double> SectionTargets { get; }

    /// <summary>
    /// How large |prediction| may be without overflow in float; losses that grow exponentially override it.
    /// </summary>
    protected virtual double Reach => double.PositiveInfinity;

    /// <summary>Whether a model can be trained with it by itself, one prediction for each target.</summary>
    protected virtual bool IsForTraining => true;

    /// <summary>Whether the loss or its slope is infinite there by its definition.</summary>
    protected virtual bool IsInfinite(double prediction, double target) => false;

    /// <summary>Whether the loss has a lower bound.</summary>
    protected virtual bool IsBoundedBelow => true;

    /// <summary>How exactly the published formula itself can be computed in double precision.</summary>
    protected virtual double PublishedPrecision => 1e-12;

    /// <summary>The loss in plain C#, in the pieces in which it is published.</summary>
    protected abstract double PublishedAt(double prediction, double target);

    /// <summary>The predictions at which a derivative jumps.</summary>
    protected abstract IEnumerable<double> KinksAt(double target);

    [Fact]
    public void Value_is_the_published_formula()
    {
        foreach ((double x, double t) in Points())
        {
            Close.Check(PublishedAt(x, t), Value(x, t), PublishedPrecision, PublishedPrecision, $"L({x:R}, {t:R})");
        }
    }

    /// <summary>L in double precision.</summary>
    protected double Value(double prediction, double target) =>
        TLoss.ValueAt(Subject, new Scalar<double>(prediction), new Scalar<double>(target)).Number;

    /// <summary>∂L/∂prediction in double precision, as training sees it.</summary>
    protected double Slope(double prediction, double target) =>
        TLoss.SlopeAt(Subject, new Scalar<double>(prediction), new Scalar<double>(target)).Slope.Number;

    /// <summary>∂²L/∂prediction² in double precision.</summary>
    protected double Curvature(double prediction, double target) =>
        TLoss.CurvatureAt(Subject, new Scalar<double>(prediction), new Scalar<double>(target)).Curvature.Number;

    /// <summary>A grid of predictions near 0 that meets no round number.</summary>
    protected static IEnumerable<double> Axis(double end = 12)
    {
        for (int i = (int)(-4 * end); i <= 4 * end; i++)
        {
            double x = (i * 0.25) + 0.0137;
            if (Card.Prediction.Contains(x))
            {
                yield return x;
            }
        }
    }

    /// <summary>Both ends of the number line as far as the loss reaches.</summary>
    protected IEnumerable<double> FarAxis(double end = 1e30)
    {
        if (double.IsFinite(Card.Prediction.Low))
        {
            yield return Card.Prediction.Low + 1e-3;
            yield return Card.Prediction.Low + 1e-6;
        }

        foreach (double x in new[] { 20.0, 30, 50, 80, 300, 1e3, 1e6, 1e10, 1e15, 1e30, 1e100, 1e300 })
        {
            if (x <= end && x <= Reach)
            {
                if (Card.Prediction.Contains(-x))
                {
                    yield return -x;
                }

                if (Card.Prediction.Contains(x))
                {
                    yield return x;
                }
            }
        }
    }

    /// <summary>Predictions near 0 with all targets.</summary>
    protected IEnumerable<(double Prediction, double Target)> Points()
    {
        foreach (double t in Targets)
        {
            foreach (double x in Axis())
            {
                yield return (x, t);
            }

            foreach (double kink in KinksAt(t))
            {
                yield return (kink, t);
            }
        }
    }

    /// <summary>The points from which no kink is nearer than <paramref name="distance"/>.</summary>
    protected IEnumerable<(double Prediction, double Target)> SmoothPoints(double distance)
    {
        foreach ((double x, double t) in Points())
        {
            if (KinksAt(t).All(kink => Math.Abs(x - kink) > distance))
            {
                yield return (x, t);
            }
        }
    }

    private static double[] DefaultTargets(Domain domain)
    {
        if (domain.EndsOnly)
        {
            return [domain.Low, domain.High];
        }

        if (double.IsFinite(domain.Low) && double.IsFinite(domain.High))
        {
            double width = domain.High - domain.Low;
            double[] inside = [domain.Low + (0.25 * width), domain.Low + (0.9 * width)];
            return [.. new[] { domain.Low, domain.High }.Where(domain.Contains), .. inside];
        }

        double[] some = double.IsFinite(domain.Low)
            ? [domain.Low, domain.Low + 0.05, domain.Low + 1, domain.Low + 7.5]
            : [-2.3, 0, 0.7, 5];
        return [.. some.Where(domain.Contains)];
    }
}
