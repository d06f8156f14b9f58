namespace Lossary.Losses.Tests;

/// <summary>What every loss of the residual owes beside <see cref="SampleLaws{TLoss}"/>.</summary>
public abstract class DistanceLaws<TLoss>(TLoss subject, params double[] parameters)
    : SampleLaws<TLoss>(subject, parameters)
    where TLoss : struct, IDistanceLoss<TLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    protected override IReadOnlyList<double> SectionTargets => [0];

    /// <summary>L(r) in plain C#, in the pieces in which it is published.</summary>
    protected abstract double Published(double residual);

    /// <inheritdoc/>
    protected override double PublishedAt(double prediction, double target) => Published(prediction - target);

    /// <inheritdoc/>
    protected override IEnumerable<double> KinksAt(double target) => Traits.Kinks.Select(kink => kink + target);

    [Fact]
    public void Perfect_prediction_costs_nothing_and_pulls_nowhere()
    {
        foreach (double t in Targets)
        {
            Assert.Equal(0, Value(t, t));
            Assert.Equal(0, Slope(t, t));
        }
    }

    [Fact]
    public void No_residual_earns_anything()
    {
        foreach (double r in Axis().Concat(FarAxis()))
        {
            Close.Claim(Value(r, 0) >= 0, $"L({r:R}) is {Value(r, 0):R}");
        }
    }

    [Fact]
    public void Symmetry_is_as_claimed()
    {
        bool found = Axis().Concat(FarAxis(1e6)).All(r => Close.Are(Value(r, 0), Value(-r, 0), 1e-14, 1e-15));
        Assert.Equal(Traits.IsSymmetric, found);
    }

    [Fact]
    public void Card_is_that_of_a_distance()
    {
        Assert.Equal(LossFamily.Distance, LossCatalogue.Find(Card.Key).Family);
        Assert.Equal(Link.Identity, Card.Link);
    }
}
