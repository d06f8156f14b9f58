using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>What losses of a whole batch's moments read, and the moments.</summary>
internal static class MomentInputs
{
    /// <summary>Predictions and targets of any shape.</summary>
    public static IReadOnlyList<InputCard> Pair { get; } =
    [
        new("prediction", "p", InputKind.Real, "…", "the predictions") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "…", "what came"),
    ];

    /// <summary>The covariance of predictions and targets, and the variance of each; all <c>[1]</c>.</summary>
    public static (Tensor<T> Covariance, Tensor<T> Prediction, Tensor<T> Target) Spreads<T>(
        Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> prediction = tape.Centred(inputs["prediction"]), target = tape.Centred(inputs["target"]);
        Tensor<T> covariance = tape.Mean(tape.Multiply(prediction, target));
        return (covariance, tape.Mean(tape.Square(prediction)), tape.Mean(tape.Square(target)));
    }
}
