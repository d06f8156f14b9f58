using System.Numerics;
using Lossary.Losses;
using Lossary.Numerics;

namespace Lossary.Conformance;

/// <summary>
/// The derivative by the target: the loss's own formula, read over dual lanes whose variable is the target.
/// </summary>
internal static class TargetSlope
{
    /// <summary>∂L/∂t of each element, in float or double.</summary>
    public static double[] Of<TLoss>(TLoss loss, SampleInputs inputs, bool isSingle)
        where TLoss : struct, IPointwiseLoss<TLoss> =>
        isSingle ? Of<TLoss, float>(loss, inputs) : Of<TLoss, double>(loss, inputs);

    private static double[] Of<TLoss, T>(TLoss loss, SampleInputs inputs)
        where TLoss : struct, IPointwiseLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. inputs.Predictions.Zip(inputs.Targets, (prediction, target) => double.CreateTruncating(loss.Value(
            Dual<Scalar<T>>.Fixed(Scalar<T>.Constant(prediction)),
            Dual<Scalar<T>>.Variable(Scalar<T>.Constant(target))).Slope.Number))];
}
