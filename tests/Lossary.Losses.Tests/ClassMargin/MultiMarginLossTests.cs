namespace Lossary.Losses.Tests;

public sealed class MultiMarginLossTests() : ClassMarginLaws<MultiMarginLoss>(new(1, 1), 1, 1)
{
    protected override double Published(double difference) => Math.Max(0, 1 + difference);
}

public sealed class SquaredMultiMarginLossTests() : ClassMarginLaws<MultiMarginLoss>(new(2, 0.5), 2, 0.5)
{
    protected override double Published(double difference) => Math.Pow(Math.Max(0, 0.5 + difference), 2);

    [Fact]
    public void Gradient_at_the_kink_is_0()
    {
        double[] gradient = new double[2];
        Assert.Equal(0, new MultiMarginLoss().Sum([1.0, 0.0], 2, [0], gradient));
        Assert.Equal([0, 0], gradient);
    }
}
