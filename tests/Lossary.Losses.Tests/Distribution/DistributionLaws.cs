using Lossary.Numerics;

namespace Lossary.Losses.Tests;

/// <summary>What every loss of all classes' log-probabilities owes beside <see cref="ClassTermLaws{TLoss}"/>.</summary>
public abstract class DistributionLaws<TLoss>(TLoss subject, params double[] parameters)
    : ClassTermLaws<TLoss>(subject, parameters)
    where TLoss : struct, IDistributionLoss<TLoss>, IDocumentedLoss
{
    /// <summary>F(ℓ, q) in plain C#, as it is published.</summary>
    protected abstract double Published(double logProbability, double share);

    [Fact]
    public void Card_is_that_of_a_loss_of_all_classes() =>
        Assert.Equal(LossFamily.Distribution, LossCatalogue.Find(Card.Key).Family);

    [Fact]
    public void Value_and_slope_are_the_published_formula()
    {
        foreach (double share in new[] { 0, 0.3, 1 })
        {
            foreach (double x in Axis)
            {
                Dual<Scalar<double>> dual = TLoss.Slope(Subject, new Scalar<double>(x), new Scalar<double>(share));
                Dual<Scalar<double>> derived = Subject.Value(
                    Dual<Scalar<double>>.Variable(new Scalar<double>(x)), Dual<Scalar<double>>.Constant(share));
                Assert.Equal(Published(x, share), dual.Value.Number, 1e-12 * (1 + Math.Abs(dual.Value.Number)));
                Assert.Equal(derived.Value.Number, dual.Value.Number, 1e-13 * (1 + Math.Abs(dual.Value.Number)));
                Assert.Equal(derived.Slope.Number, dual.Slope.Number, 1e-12 * (1 + Math.Abs(dual.Slope.Number)));
            }
        }
    }

    /// <inheritdoc/>
    internal override unsafe double SweepIn<TLane, T>(in ClassRows<T> rows) => rows.Shares == null
        ? ClassTermKernel.Sweep<TLoss, TLane, T, SmoothedIndex<T>>(Subject, rows)
        : ClassTermKernel.Sweep<TLoss, TLane, T, SmoothedShares<T>>(Subject, rows);
}
