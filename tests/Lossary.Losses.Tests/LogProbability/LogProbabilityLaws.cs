using Lossary.Numerics;

namespace Lossary.Losses.Tests;

/// <summary>What every loss of the target class's log-probability owes.</summary>
public abstract class LogProbabilityLaws<TLoss>(TLoss subject, params double[] parameters)
    : ClassTermLaws<TLoss>(subject, parameters)
    where TLoss : struct, ILogProbabilityLoss<TLoss>, IDocumentedLoss
{
    [Fact]
    public void Card_is_that_of_a_log_probability_loss() =>
        Assert.Equal(LossFamily.LogProbability, LossCatalogue.Find(Card.Key).Family);

    [Fact]
    public void Value_and_slope_are_the_published_formula()
    {
        foreach (double x in Axis)
        {
            Dual<Scalar<double>> dual = TLoss.Slope(Subject, new Scalar<double>(x));
            Close(Published(x), dual.Value.Number, x);
            Close(TLoss.At(Subject, x).Slope, dual.Slope.Number, x);
            Assert.Equal(TLoss.At(Subject, x).Value, dual.Value.Number, 1e-13 * (1 + Math.Abs(dual.Value.Number)));
        }
    }

    /// <summary>f(ℓ) in plain C#, as it is published.</summary>
    protected abstract double Published(double logProbability);

    /// <inheritdoc/>
    internal override double SweepIn<TLane, T>(in ClassRows<T> rows) =>
        HasShares(rows)
            ? ClassTermKernel.Sweep<TLoss, TLane, T, SmoothedShares<T>>(Subject, rows)
        : TLoss.SmoothingOf(Subject) > 0
            ? ClassTermKernel.Sweep<TLoss, TLane, T, SmoothedIndex<T>>(Subject, rows)
        : LogProbabilityKernel.Sweep<TLoss, TLane, T>(Subject, rows);

    private static unsafe bool HasShares<T>(in ClassRows<T> rows)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => rows.Shares != null;

    private static void Close(double want, double got, double x) =>
        Assert.True(Math.Abs(want - got) <= 1e-12 * (1 + Math.Abs(want)), $"at {x:R}: want {want:R}, got {got:R}");
}
