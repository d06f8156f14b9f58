using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Squared errors of a diffusion, weighted by the signal-to-noise ratio of each sample's step.</summary>
internal static class StepWeights
{
    /// <summary>Where a weight is cut.</summary>
    public static readonly ParameterCard Cut = new(
        "gamma", @"\gamma", 5, Domain.Positive, "where a step's weight is cut");

    /// <summary>What the network says and should say, and the ratio at each sample's step.</summary>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "p", InputKind.Real, "n, …", "what the network says") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "n, …", "what it is to say"),
        new("signal-to-noise", "r", InputKind.Positive, "n", "α² / σ² at the step of each sample"),
    ];

    /// <summary>The mean squared error of each sample, times the weight of its ratio: <c>[n]</c>.</summary>
    public static LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs, Func<double, double> weightOf)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> errors = tape.Square(tape.Subtract(inputs["prediction"], inputs["target"]));
        Tensor<T> weights = GenerativeInputs.Weights(tape, inputs["signal-to-noise"], weightOf);
        return new(tape.Multiply(GenerativeInputs.MeanOfSample(tape, errors), weights));
    }
}
