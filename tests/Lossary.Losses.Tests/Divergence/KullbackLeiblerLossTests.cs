namespace Lossary.Losses.Tests;

public sealed class KullbackLeiblerLossTests() : PointwiseLaws<KullbackLeiblerLoss>(default)
{
    protected override bool IsForTraining => false;

    /// <summary>Unbounded for one number; a distribution's sum is not.</summary>
    protected override bool IsBoundedBelow => false;

    /// <summary>The slope is −t.</summary>
    protected override IReadOnlyList<double> Targets => [0, 0.05, 1, 2000];

    protected override double Published(double prediction, double target) =>
        target == 0 ? 0 : target * (Math.Log(target) - prediction);
}

public sealed class LogTargetKullbackLeiblerLossTests() : PointwiseLaws<LogTargetKullbackLeiblerLoss>(default)
{
    protected override bool IsForTraining => false;

    protected override bool IsBoundedBelow => false;

    /// <summary>The slope is −eᵗ.</summary>
    protected override IReadOnlyList<double> Targets => [-2.3, 0, 0.7, 8];

    protected override double Published(double prediction, double target) => Math.Exp(target) * (target - prediction);
}

public sealed class GeneralisedKullbackLeiblerLossTests() : PointwiseLaws<GeneralisedKullbackLeiblerLoss>(default)
{
    protected override bool IsForTraining => false;

    protected override bool IsInfinite(double prediction, double target) => prediction == 0 && target > 0;

    protected override double Published(double prediction, double target) =>
        (target == 0 ? 0 : target * Math.Log(target / prediction)) - target + prediction;
}

public sealed class ReverseKullbackLeiblerLossTests() : PointwiseLaws<ReverseKullbackLeiblerLoss>(default)
{
    protected override bool IsForTraining => false;

    protected override bool IsInfinite(double prediction, double target) => prediction == 0 && target > 0;

    /// <summary>Not 0: what is predicted there cannot be.</summary>
    protected override IReadOnlyList<double> Targets => [0.05, 1, 7.5];

    protected override double Published(double prediction, double target) =>
        prediction == 0 ? 0 : prediction * Math.Log(prediction / target);
}

public sealed class JensenShannonLossTests() : PointwiseLaws<JensenShannonLoss>(new(0.3), 0.3)
{
    protected override bool IsForTraining => false;

    protected override bool IsInfinite(double prediction, double target) => prediction == 0 && target > 0;

    protected override double Published(double prediction, double target)
    {
        double mixture = (0.3 * target) + (0.7 * prediction);
        double Part(double share) => share == 0 ? 0 : share * Math.Log(share / mixture);
        return (0.3 * Part(target)) + (0.7 * Part(prediction));
    }
}
