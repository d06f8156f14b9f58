namespace Lossary.Losses.Tests;

public sealed class AsymmetricLossTests() : PointwiseLaws<AsymmetricLoss>(new(1, 4, 0.05), 1, 4, 0.05)
{
    protected override double Published(double prediction, double target) =>
        Asymmetric.Published(prediction, target, 1, 4, 0.05);
}

public sealed class AsymmetricWithoutMarginTests() : PointwiseLaws<AsymmetricLoss>(new(0.5, 2, 0), 0.5, 2, 0)
{
    protected override double Published(double prediction, double target) =>
        Asymmetric.Published(prediction, target, 0.5, 2, 0);
}

public sealed class AsymmetricWithMarginOfOneFifthTests() : PointwiseLaws<AsymmetricLoss>(new(0, 1, 0.2), 0, 1, 0.2)
{
    protected override double Published(double prediction, double target) =>
        Asymmetric.Published(prediction, target, 0, 1, 0.2);

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(4)]
    public void Negatives_within_the_margin_cost_nothing_and_pull_nowhere(double gammaNegative)
    {
        ISampleLoss loss = (ISampleLoss)LossCatalogue.Find("asymmetric").Create(0, gammaNegative, 0.2);
        Assert.All(new[] { -800, -30, -2, Math.Log(0.19 / 0.81) }, z => Assert.Equal(default, loss.At(z, 0)));
        Assert.True(loss.At(Math.Log(0.21 / 0.79), 0).Slope > 0);
    }
}

/// <summary>The published formula: E. Ben-Baruch, T. Ridnik et al., arXiv:2009.14119, equations 5 to 7.</summary>
internal static class Asymmetric
{
    public static double Published(double prediction, double target, double positive, double negative, double margin)
    {
        double p = 1 / (1 + Math.Exp(-prediction));
        double q = 1 / (1 + Math.Exp(prediction));
        double r = Math.Max(p - margin, 0);
        double ofRest = margin == 0 ? -Math.Log(q) : -Math.Log(1 - r);
        return -(target * Math.Pow(q, positive) * Math.Log(p)) + ((1 - target) * Math.Pow(r, negative) * ofRest);
    }
}
