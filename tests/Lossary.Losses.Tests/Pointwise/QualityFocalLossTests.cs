namespace Lossary.Losses.Tests;

public sealed class QualityFocalLossTests() : PointwiseLaws<QualityFocalLoss>(new(2), 2)
{
    protected override double Published(double prediction, double target) =>
        QualityFocal.Published(prediction, target, 2);
}

public sealed class QualityFocalLossOfOneTests() : PointwiseLaws<QualityFocalLoss>(new(1), 1)
{
    protected override IEnumerable<double> KinksAt(double target) =>
        target is 0 or 1 ? [] : [Math.Log(target / (1 - target))];

    protected override double Published(double prediction, double target) =>
        QualityFocal.Published(prediction, target, 1);
}

/// <summary>The published formula: X. Li et al., arXiv:2006.04388, equation 2.</summary>
internal static class QualityFocal
{
    public static double Published(double prediction, double target, double beta)
    {
        double p = 1 / (1 + Math.Exp(-prediction)), q = 1 / (1 + Math.Exp(prediction));
        double distance = Math.Abs(target - (target < 0.5 ? p : 1 - q));
        double scale = target == 1 ? q : distance;
        return -Math.Pow(scale, beta) * ((target * Math.Log(p)) + ((1 - target) * Math.Log(q)));
    }
}
