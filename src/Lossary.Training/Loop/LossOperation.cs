using System.Numerics;
using System.Runtime.InteropServices;
using Lossary.Losses;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Losses on a tape: value and gradient come from the loss's own fused kernel, backward only scales.</summary>
/// <remarks>Their gradients can be differentiated once more, exactly.</remarks>
public static class LossOperation
{
    /// <summary>The mean loss of predictions.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="predictions">Raw predictions of n elements, such as <c>[n, 1]</c>.</param>
    /// <param name="targets">Shape <c>[n]</c>.</param>
    /// <param name="weights">Shape <c>[n]</c>, not negative; or empty.</param>
    /// <param name="totals">The loss's sum and what the mean divides by.</param>
    /// <param name="mask">Shape <c>[n]</c>, false for what does not count; or empty.</param>
    /// <returns>The mean, <c>[1]</c>.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a number is out of the loss's domain.</exception>
    public static Tensor<T> Loss<T>(
        this Tape<T> tape, ISampleLoss loss, Tensor<T> predictions, ReadOnlySpan<T> targets, ReadOnlySpan<T> weights,
        out Totals totals, ReadOnlySpan<bool> mask = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(predictions);
        Tensor<T> gradient = tape.Rent(predictions.Shape);
        totals = typeof(T) == typeof(float)
            ? loss.Evaluate(Batch<T, float>(predictions, targets, weights, mask, gradient))
            : loss.Evaluate(Batch<T, double>(predictions, targets, weights, mask, gradient));
        Tensor<T> output = Number(tape, totals.Mean);
        if (tape.TryRecord(output, predictions.RequiresGradient, out SampleLossRecord<T>? record))
        {
            record.Input = predictions;
            record.Slope = gradient;
            record.Loss = loss;
            record.Targets = tape.Constant(new Shape(targets.Length), targets);
            record.Weights = Counts(tape, targets.Length, weights, mask);
        }

        return output;
    }

    /// <summary>The mean loss of rows of scores.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="scores">Rows of scores, <c>[n, classes]</c> or <c>[…, classes]</c>, n rows in all.</param>
    /// <param name="targets">Class numbers, <c>[n]</c>.</param>
    /// <param name="weights">Shape <c>[n]</c>, not negative; or empty.</param>
    /// <param name="totals">The loss's sum and what the mean divides by.</param>
    /// <param name="mask">Shape <c>[n]</c>, false for what does not count; or empty.</param>
    /// <returns>The mean, <c>[1]</c>.</returns>
    /// <exception cref="ArgumentException">
    /// The scores have no rows, lengths differ, or a target is no class.
    /// </exception>
    public static Tensor<T> Loss<T>(
        this Tape<T> tape, IClassLoss loss, Tensor<T> scores, ReadOnlySpan<int> targets, ReadOnlySpan<T> weights,
        out Totals totals, ReadOnlySpan<bool> mask = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Shape.Rank < 2)
        {
            throw new ArgumentException(
                $"scores must have rows along its last axis; its shape is {scores.Shape}.", nameof(scores));
        }

        Tensor<T> gradient = tape.Rent(scores.Shape);
        totals = typeof(T) == typeof(float)
            ? loss.Evaluate(Rows<T, float>(scores, targets, weights, mask, gradient))
            : loss.Evaluate(Rows<T, double>(scores, targets, weights, mask, gradient));
        Tensor<T> output = Number(tape, totals.Mean);
        if (tape.TryRecord(output, scores.RequiresGradient, out ClassLossRecord<T>? record))
        {
            record.Input = scores;
            record.Slope = gradient;
            record.Loss = loss;
            record.Targets = tape.Rent(new Shape(targets.Length));
            record.Weights = Counts(tape, targets.Length, weights, mask);
            record.Scale = totals.Denominator == 0 ? 0 : 1 / totals.Denominator;
            for (int row = 0; row < targets.Length; row++)
            {
                record.Targets.Values[row] = T.CreateTruncating(targets[row]);
            }
        }

        return output;
    }

    private static Tensor<T> Number<T>(Tape<T> tape, double value)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> number = tape.Rent(new Shape(1));
        number.Values[0] = T.CreateTruncating(value);
        return number;
    }

    /// <summary>What samples weigh, 0 for those that are masked; null where all weigh 1.</summary>
    private static Tensor<T>? Counts<T>(Tape<T> tape, int length, ReadOnlySpan<T> weights, ReadOnlySpan<bool> mask)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (weights.IsEmpty && mask.IsEmpty)
        {
            return null;
        }

        Tensor<T> counts = tape.Rent(new Shape(length));
        for (int i = 0; i < length; i++)
        {
            bool isIn = mask.IsEmpty || mask[i];
            counts.Values[i] = !isIn ? T.Zero : weights.IsEmpty ? T.One : weights[i];
        }

        return counts;
    }

    private static LossBatch<TNumber> Batch<T, TNumber>(
        Tensor<T> predictions, ReadOnlySpan<T> targets, ReadOnlySpan<T> weights,
        ReadOnlySpan<bool> mask, Tensor<T> gradient)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TNumber : unmanaged => new()
        {
            Predictions = MemoryMarshal.Cast<T, TNumber>(predictions.Values),
            Targets = MemoryMarshal.Cast<T, TNumber>(targets),
            Weights = MemoryMarshal.Cast<T, TNumber>(weights),
            Mask = mask,
            Gradient = MemoryMarshal.Cast<T, TNumber>(gradient.Values),
        };

    private static ClassBatch<TNumber> Rows<T, TNumber>(
        Tensor<T> scores, ReadOnlySpan<int> targets, ReadOnlySpan<T> weights,
        ReadOnlySpan<bool> mask, Tensor<T> gradient)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TNumber : unmanaged => new()
        {
            Scores = MemoryMarshal.Cast<T, TNumber>(scores.Values),
            Classes = scores.Shape[scores.Shape.Rank - 1],
            Targets = targets,
            Weights = MemoryMarshal.Cast<T, TNumber>(weights),
            Mask = mask,
            Gradient = MemoryMarshal.Cast<T, TNumber>(gradient.Values),
        };
}
