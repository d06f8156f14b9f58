namespace Lossary.Losses.Tests;

public sealed class CategoricalHingeLossTests() : ClassMarginLaws<CategoricalHingeLoss>(default)
{
    protected override double Published(double difference) => Math.Max(0, 1 + difference);

    [Fact]
    public void First_of_equal_rivals_takes_the_gradient()
    {
        double[] gradient = new double[4];
        Assert.Equal(2, default(CategoricalHingeLoss).Sum([0.5, 1.5, 0.5, 1.5], 4, [0], gradient));
        Assert.Equal([-1, 1, 0, 0], gradient);
    }
}
