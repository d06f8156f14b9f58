namespace Lossary.Losses.Tests;

/// <summary>What every loss of the margin owes beside <see cref="SampleLaws{TLoss}"/>.</summary>
public abstract class MarginLaws<TLoss>(TLoss subject, params double[] parameters)
    : SampleLaws<TLoss>(subject, parameters)
    where TLoss : struct, IMarginLoss<TLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    protected override IReadOnlyList<double> SectionTargets => [1];

    /// <summary>L(m) in plain C#, in the pieces in which it is published.</summary>
    protected abstract double Published(double margin);

    /// <inheritdoc/>
    protected override double PublishedAt(double prediction, double target) => Published(target * prediction);

    /// <inheritdoc/>
    protected override IEnumerable<double> KinksAt(double target) => Traits.Kinks.Select(kink => kink * target);

    [Fact]
    public void Both_classes_are_treated_alike()
    {
        foreach (double x in Axis().Concat(FarAxis(1e6)))
        {
            Assert.Equal(Value(x, 1), Value(-x, -1));
            Assert.Equal(Slope(x, 1), -Slope(-x, -1));
            Assert.Equal(Curvature(x, 1), Curvature(-x, -1));
        }
    }

    [Fact]
    public void Right_sign_costs_no_more_than_the_wrong_one()
    {
        foreach (double x in Axis().Concat(FarAxis(1e6)).Where(x => x > 0))
        {
            Close.Claim(!IsBoundedBelow || Value(x, 1) >= 0, $"L({x:R}) is {Value(x, 1):R}");
            Close.Claim(Value(x, 1) < Value(-x, 1), $"L({x:R}) is {Value(x, 1):R}, L({-x:R}) is {Value(-x, 1):R}");
        }
    }

    [Fact]
    public void Card_is_that_of_a_margin_loss()
    {
        Assert.Equal(LossFamily.Margin, LossCatalogue.Find(Card.Key).Family);
        Assert.Equal(Domain.Sign, Card.Target);
        Assert.Contains(Card.Link, new[] { Link.Score, Link.Logit });
        Assert.Equal(IsForTraining ? LossTask.Binary : LossTask.None, Card.Tasks);
    }
}
