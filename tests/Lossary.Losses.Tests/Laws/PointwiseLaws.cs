namespace Lossary.Losses.Tests;

/// <summary>What every loss of a raw prediction and a target owes beside <see cref="SampleLaws{TLoss}"/>.</summary>
public abstract class PointwiseLaws<TLoss>(TLoss subject, params double[] parameters)
    : SampleLaws<TLoss>(subject, parameters)
    where TLoss : struct, IPointwiseLoss<TLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    protected override IReadOnlyList<double> SectionTargets => Targets;

    /// <summary>L in plain C#, in the pieces in which it is published.</summary>
    protected abstract double Published(double prediction, double target);

    /// <inheritdoc/>
    protected override double PublishedAt(double prediction, double target) => Published(prediction, target);

    /// <inheritdoc/>
    protected override IEnumerable<double> KinksAt(double target) => Traits.Kinks;

    [Fact]
    public void Card_is_that_of_a_pointwise_loss() =>
        Assert.Equal(LossFamily.Pointwise, LossCatalogue.Find(Card.Key).Family);
}
