namespace Lossary.Losses.Tests;

public sealed class PowerLossTests() : DistanceLaws<PowerLoss>(new(3), 3)
{
    protected override double Reach => 1e10;

    protected override double Published(double residual) => Math.Abs(residual * residual * residual);
}

public sealed class PowerLossAtOneTests() : DistanceLaws<PowerLoss>(new(1), 1)
{
    protected override double Published(double residual) => Math.Abs(residual);
}

public sealed class PowerLossAtTwoTests() : DistanceLaws<PowerLoss>(new(2), 2)
{
    protected override double Published(double residual) => residual * residual;
}

public sealed class PowerLossAtFourTests() : DistanceLaws<PowerLoss>(new(4), 4)
{
    protected override double Reach => 1e8;

    protected override double Published(double residual) => residual * residual * residual * residual;
}

/// <summary>Below 2 the second derivative has a pole at 0, which the laws of smoothness do not know.</summary>
public sealed class PowerLossBelowTwoTests
{
    [Theory]
    [InlineData(4, 8, 3, 0.375)]
    [InlineData(-4, 8, -3, 0.375)]
    [InlineData(0.25, 0.125, 0.75, 1.5)]
    [InlineData(0, 0, 0, 0)]
    public void Value_and_derivatives_at_three_halves_are_those_by_hand(
        double residual, double value, double slope, double curvature)
    {
        LossPoint at = ((ISampleLoss)LossCatalogue.Create("power:p=1.5")).At(residual, 0);
        Assert.Equal(value, at.Value, 1e-15);
        Assert.Equal(slope, at.Slope, 1e-15);
        Assert.Equal(curvature, at.Curvature, 1e-15);
    }
}
