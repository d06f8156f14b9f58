using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>What the ratios of a signal to its error have in common.</summary>
internal static class SignalRatios
{
    /// <summary>What is added to the energies.</summary>
    public static ParameterCard Epsilon { get; } =
        new("epsilon", @"\varepsilon", 1e-8, Domain.NonNegative,
        "what is added to the energies, so that silence costs no infinity");

    /// <summary>Whether the mean of each signal is taken off.</summary>
    public static ParameterCard ZeroMean { get; } =
        new("zero-mean", "m", 1, new(0, 1, true, true, EndsOnly: true),
        "1: the mean of each signal is taken off first; 0: it stays");

    /// <summary>Two signals.</summary>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", @"\hat s", InputKind.Real, "n, t", "the predicted signals") { IsDifferentiable = true },
        new("target", "s", InputKind.Real, "n, t", "the clean signals"),
    ];

    /// <summary>−10 log₁₀ of the ratio for each signal.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="inputs">The signals.</param>
    /// <param name="scalesSignal">
    /// Whether the numerator is the part of the prediction that lies along the target.
    /// </param>
    /// <param name="scalesError">Whether the error is what is left beside that part, not the whole difference.</param>
    /// <param name="isZeroMean">Whether the means are taken off.</param>
    /// <param name="epsilon">What is added to the energies.</param>
    public static Tensor<T> Compute<T>(
        Tape<T> tape, LossInputs<T> inputs, bool scalesSignal, bool scalesError, bool isZeroMean, Parameter epsilon)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> prediction = inputs["prediction"], target = inputs["target"];
        if (isZeroMean)
        {
            prediction = LessMean(tape, prediction);
            target = LessMean(tape, target);
        }

        Tensor<T> signal = target;
        if (scalesSignal)
        {
            Tensor<T> along = tape.Sum(tape.Multiply(prediction, target), [-1], keepDimensions: true);
            Tensor<T> energy = tape.Shift(tape.Sum(tape.Square(target), [-1], keepDimensions: true), epsilon.Value);
            signal = tape.Multiply(target, tape.BroadcastTo(tape.Divide(along, energy), target.Shape));
        }

        Tensor<T> error = tape.Subtract(prediction, scalesError ? signal : target);
        return tape.Formula(
            new Decibels(epsilon), tape.Sum(tape.Square(signal), [-1]), tape.Sum(tape.Square(error), [-1]));
    }

    private static Tensor<T> LessMean<T>(Tape<T> tape, Tensor<T> signals)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> means = tape.Scale(
            tape.Sum(signals, [-1], keepDimensions: true), 1.0 / Math.Max(1, signals.Shape[1]));
        return tape.Subtract(signals, tape.BroadcastTo(means, signals.Shape));
    }

    /// <summary>−10 log₁₀(x / (y + ε) + ε).</summary>
    private readonly struct Decibels(Parameter epsilon) : ISampleFormula
    {
        private const double TenOverLog10 = 4.3429448190325183;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            -TenOverLog10 * TLane.Log((x[0] / (x[1] + epsilon)) + epsilon);
    }
}
