using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The scores of each row's target and of a few drawn classes, computed of a large vocabulary's weights.
/// </summary>
/// <param name="Targets">Each row's target's score, <c>[n, 1]</c>.</param>
/// <param name="Samples">The drawn classes' scores, <c>[n, m]</c>.</param>
/// <param name="IsOther">1 where a drawn class is not the row's target, else 0, <c>[n, m]</c>; a constant.</param>
internal sealed record SampledScores<T>(Tensor<T> Targets, Tensor<T> Samples, Tensor<T> IsOther)
    where T : unmanaged, IFloatingPointIeee754<T>;

/// <summary>What losses over drawn classes have in common.</summary>
internal static class SampledScores
{
    /// <summary>Hidden rows, a layer's weights, targets, drawn classes.</summary>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("hidden", "h", InputKind.Real, "n, d", "what the last layer reads") { IsDifferentiable = true },
        new("weights", "W", InputKind.Real, "v, d", "the last layer's weights, a row for each class")
        {
            IsDifferentiable = true,
        },
        new("target", "y", InputKind.ClassNumber, "n", "the true class") { Below = "v" },
        new("samples", "s", InputKind.ClassNumber, "m", "classes drawn at random, the same for all rows")
        {
            Below = "v",
        },
        new("bias", "b", InputKind.Real, "v", "the last layer's bias") { IsDifferentiable = true, IsOptional = true },
    ];

    /// <summary>The input that says how likely each class is to be drawn.</summary>
    public static InputCard Proposal { get; } =
        new("log-proposal", @"\ln q", InputKind.LogProbability, "v",
        "the logarithm of the probability that a class is drawn");

    /// <summary>The scores.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="inputs">The inputs, checked.</param>
    /// <param name="noise">What is added to ln q before it is subtracted of a score; null to subtract nothing.</param>
    public static SampledScores<T> Compute<T>(Tape<T> tape, LossInputs<T> inputs, double? noise)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> hidden = inputs["hidden"], weights = inputs["weights"], target = inputs["target"],
            drawn = inputs["samples"];
        Tensor<T> ofTarget = tape.Sum(tape.Multiply(hidden, tape.Gather(weights, target)), [-1], keepDimensions: true);
        Tensor<T> ofDrawn = tape.Product(hidden, false, tape.Gather(weights, drawn), true);
        if (inputs.Find("bias") is { } bias)
        {
            ofTarget = tape.Add(ofTarget, tape.Reshape(tape.Gather(bias, target), ofTarget.Shape));
            ofDrawn = tape.Add(ofDrawn, tape.BroadcastTo(tape.Gather(bias, drawn), ofDrawn.Shape));
        }

        if (noise is { } shift)
        {
            Tensor<T> proposal = tape.Shift(inputs["log-proposal"], shift);
            ofTarget = tape.Subtract(ofTarget, tape.Reshape(tape.Gather(proposal, target), ofTarget.Shape));
            ofDrawn = tape.Subtract(ofDrawn, tape.BroadcastTo(tape.Gather(proposal, drawn), ofDrawn.Shape));
        }

        return new(ofTarget, ofDrawn, Others(tape, target.Values, drawn.Values));
    }

    /// <summary>
    /// ln(1 + e^(−score of the target)) + Σ ln(1 + e^score) over the drawn classes that are not the target.
    /// </summary>
    public static Tensor<T> LogisticCosts<T>(Tape<T> tape, SampledScores<T> scores)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> cost = tape.Formula(
            default(CostOfOne), tape.Reshape(scores.Targets, new Shape(scores.Targets.Shape[0])));
        return tape.Add(cost, tape.Sum(tape.Formula(default(CostOfOther), scores.Samples, scores.IsOther), [-1]));
    }

    private static Tensor<T> Others<T>(Tape<T> tape, ReadOnlySpan<T> targets, ReadOnlySpan<T> drawn)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> others = tape.Rent(new Shape(targets.Length, drawn.Length));
        Span<T> values = others.Values;
        for (int row = 0; row < targets.Length; row++)
        {
            for (int k = 0; k < drawn.Length; k++)
            {
                values[(row * drawn.Length) + k] = targets[row] == drawn[k] ? T.Zero : T.One;
            }
        }

        return others;
    }

    private readonly struct CostOfOne : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> => TLane.Softplus(-x[0]);
    }

    private readonly struct CostOfOther : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            TLane.WhereLess(0.5, x[1], TLane.Softplus(x[0]), 0);
    }
}
