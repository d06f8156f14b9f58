namespace Lossary.Losses.Tests;

/// <summary>The general formula, α neither 0, 2 nor infinite.</summary>
public sealed class BarronLossTests() : DistanceLaws<BarronLoss>(new(-1.5, 1.2), -1.5, 1.2)
{
    protected override double Published(double residual) =>
        3.5 / -1.5 * (Math.Pow((residual * residual / (1.44 * 3.5)) + 1, -0.75) - 1);
}

public sealed class BarronLossBetweenTests() : DistanceLaws<BarronLoss>(new(1.5, 0.9), 1.5, 0.9)
{
    protected override double Published(double residual) =>
        0.5 / 1.5 * (Math.Pow((residual * residual / (0.81 * 0.5)) + 1, 0.75) - 1);
}

public sealed class BarronLossAtOneTests() : DistanceLaws<BarronLoss>(new(1, 1.6), 1, 1.6)
{
    protected override double Published(double residual) =>
        Math.Sqrt((residual * residual / 2.56) + 1) - 1;
}

public sealed class BarronLossAtTwoTests() : DistanceLaws<BarronLoss>(new(2, 1.6), 2, 1.6)
{
    protected override double Published(double residual) => residual * residual / 2.56 / 2;
}

public sealed class BarronLossAboveTwoTests() : DistanceLaws<BarronLoss>(new(3, 2), 3, 2)
{
    protected override double Published(double residual)
    {
        double square = residual * residual / 4;
        return (Math.Pow(square + 1, 1.5) - 1) / 3;
    }

    protected override double Reach => 1e10;
}

public sealed class BarronLossAtZeroTests() : DistanceLaws<BarronLoss>(new(0, 1.6), 0, 1.6)
{
    protected override double Published(double residual) =>
        Math.Log((residual * residual / 2.56 / 2) + 1);
}

public sealed class BarronLossAtMinusInfinityTests()
    : DistanceLaws<BarronLoss>(new(double.NegativeInfinity, 1.6), double.NegativeInfinity, 1.6)
{
    protected override double Published(double residual) =>
        1 - Math.Exp(-(residual * residual) / 2.56 / 2);
}
