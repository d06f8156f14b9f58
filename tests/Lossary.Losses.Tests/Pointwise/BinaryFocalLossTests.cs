namespace Lossary.Losses.Tests;

public sealed class BinaryFocalLossTests() : PointwiseLaws<BinaryFocalLoss<Squared>>(new(2, 0.25), 2, 0.25, 1)
{
    protected override double Published(double prediction, double target) =>
        Focal.Published(1 / (1 + Math.Exp(-prediction)), 1 / (1 + Math.Exp(prediction)), target, 2, 0.25, 0.75);
}

public sealed class BinaryFocalOfAnyExponentTests() : PointwiseLaws<BinaryFocalLoss<Real>>(new(0.7, 0.6), 0.7, 0.6, 1)
{
    protected override double Published(double prediction, double target) =>
        Focal.Published(1 / (1 + Math.Exp(-prediction)), 1 / (1 + Math.Exp(prediction)), target, 0.7, 0.6, 0.4);
}

public sealed class BinaryFocalWithoutAlphaTests() : PointwiseLaws<BinaryFocalLoss<Real>>(new(3, null), 3, 0.25, 0)
{
    protected override double Published(double prediction, double target) =>
        Focal.Published(1 / (1 + Math.Exp(-prediction)), 1 / (1 + Math.Exp(prediction)), target, 3, 1, 1);

    [Fact]
    public void Exponent_that_the_type_cannot_take_is_refused()
    {
        ArgumentOutOfRangeException refusal =
            Assert.Throws<ArgumentOutOfRangeException>(() => new BinaryFocalLoss<Squared>(3, null));
        Assert.Equal("gamma", refusal.ParamName);
    }
}

/// <summary>The published formula of focal loss: T.-Y. Lin et al., arXiv:1708.02002, equation 5.</summary>
internal static class Focal
{
    public static double Published(double p, double q, double target, double gamma, double positive, double negative) =>
        -(positive * target * Math.Pow(q, gamma) * Math.Log(p))
        - (negative * (1 - target) * Math.Pow(p, gamma) * Math.Log(q));
}
