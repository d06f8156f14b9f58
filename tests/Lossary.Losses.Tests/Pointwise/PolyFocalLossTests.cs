namespace Lossary.Losses.Tests;

public sealed class PolyFocalLossTests() : PointwiseLaws<PolyFocalLoss>(new(1, 2), 1, 2)
{
    protected override double Published(double prediction, double target) =>
        PolyFocal.Published(prediction, target, 1, 2);
}

public sealed class PolyFocalLossWithoutFocusTests() : PointwiseLaws<PolyFocalLoss>(new(-0.5, 0), -0.5, 0)
{
    protected override double Published(double prediction, double target) =>
        PolyFocal.Published(prediction, target, -0.5, 0);
}

/// <summary>The published formula: Z. Leng et al., arXiv:2204.12511, table 1.</summary>
internal static class PolyFocal
{
    public static double Published(double prediction, double target, double epsilon, double gamma)
    {
        double p = 1 / (1 + Math.Exp(-prediction)), q = 1 / (1 + Math.Exp(prediction));
        double Of(double right, double wrong) =>
            (-Math.Pow(wrong, gamma) * Math.Log(right)) + (epsilon * Math.Pow(wrong, gamma + 1));
        return (target * Of(p, q)) + ((1 - target) * Of(q, p));
    }
}
