using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>scikit-learn's Tweedie losses, of the mean or of its logarithm, by power.</summary>
/// <remarks>
/// Power 0 is squares, 1 Poisson, 2 gamma, 3 inverse Gaussian, between 1 and 2 the library's Tweedie, below 0 the extreme
/// stable one. Of other powers the library has none.
/// </remarks>
internal static class TweedieLosses
{
    /// <summary>The raw prediction is the logarithm of the mean, as in the library.</summary>
    public static Results OfLogarithms(GoldenCase golden)
    {
        double power = Power(golden);
        SampleInputs inputs = TabularLosses.Inputs(golden);
        if (power == 0)
        {
            double[] means = [.. inputs.Predictions.Select(RealFunctions.Exp)];
            return new BoostingLoss(Library.Sample("half-squared"), inputs with { Predictions = means })
            {
                Slopes = means,
                Bends = means,
            }.Run(golden);
        }

        return Loss(power) is ISampleLoss loss ? new BoostingLoss(loss, inputs).Run(golden) : Without(power);
    }

    /// <summary>The raw prediction is the mean itself; scikit-learn adds what makes the loss 0 at the target.</summary>
    public static Results OfMeans(GoldenCase golden)
    {
        double power = Power(golden);
        SampleInputs inputs = TabularLosses.Inputs(golden);
        if (power == 0)
        {
            return new BoostingLoss(Library.Sample("half-squared"), inputs).Run(golden);
        }

        if (Loss(power) is not ISampleLoss loss)
        {
            return Without(power);
        }

        double[] means = inputs.Predictions;
        return new BoostingLoss(loss, inputs with { Predictions = [.. means.Select(RealFunctions.Log)] })
        {
            Slopes = [.. means.Select(mean => 1 / mean)],
            Bends = [.. means.Select(mean => -1 / (mean * mean))],
            Constants = [.. inputs.Targets.Select(target => AtTarget(target, power))],
        }.Run(golden);
    }

    private static double Power(GoldenCase golden) => golden.Argument("power", 1.5);

    private static ISampleLoss? Loss(double power) => power switch
    {
        1 => Library.Sample("poisson"),
        2 => Library.Sample("gamma"),
        3 => Library.Sample("inverse-gaussian"),
        > 1 and < 2 => Library.Sample("tweedie", power),
        < 0 => Library.Sample("extreme-stable", power),
        _ => null,
    };

    private static Results Without(double power) => Results.Without(FormattableString.Invariant($"of power {power}"));

    /// <summary>Less the loss at mean = target.</summary>
    private static double AtTarget(double t, double power) => power switch
    {
        1 => t == 0 ? 0 : (t * Math.Log(t)) - t,
        2 => -(Math.Log(t) + 1),
        _ => t > 0 ? Math.Pow(t, 2 - power) / ((1 - power) * (2 - power)) : 0,
    };
}
