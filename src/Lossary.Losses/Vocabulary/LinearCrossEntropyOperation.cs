using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The factors of a linear layer over a vocabulary, and one block of its logits.</summary>
/// <param name="Hidden">What the layer reads, <c>[n, d]</c>.</param>
/// <param name="Weights">A row for each class, <c>[v, d]</c>.</param>
/// <param name="Bias">One number for each class, <c>[v]</c>; null for none.</param>
/// <param name="ClassWeights">What each class weighs, <c>[v]</c>; null for 1.</param>
/// <param name="Block">Room for the logits of some classes, <c>[n, some]</c>.</param>
internal sealed record VocabularyLayer<T>(
    Tensor<T> Hidden, Tensor<T> Weights, Tensor<T>? Bias, Tensor<T>? ClassWeights, Tensor<T> Block)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How many rows.</summary>
    public int Rows => Hidden.Shape[0];

    /// <summary>How wide.</summary>
    public int Width => Hidden.Shape[1];

    /// <summary>How many classes.</summary>
    public int Classes => Weights.Shape[0];

    /// <summary>How many classes a block has room for.</summary>
    public int BlockClasses => Block.Shape[1];

    /// <summary>The hidden rows.</summary>
    public Matrix<T> HiddenRows => new(Hidden.Values, Rows, Width);

    /// <summary>The weights of some classes.</summary>
    public Matrix<T> WeightsOf(int first, int count) =>
        new(Weights.Values.Slice(first * Width, count * Width), count, Width);

    /// <summary>The logits of some classes, computed.</summary>
    public unsafe ScoreBlock<T> Compute(Tape<T> tape, int first)
    {
        int count = Math.Min(BlockClasses, Classes - first);
        Matrix<T> hidden = HiddenRows, weights = WeightsOf(first, count);
        Span<T> logits = Block.Values[..(Rows * count)];
        ReadOnlySpan<T> bias = Bias is null ? default : Bias.Values.Slice(first, count);
        MatrixProduct.Multiply(in hidden, weights.Transposed, bias, logits, accumulate: false, tape);

        // The tape's memory is pinned, and a constant's is for as long as the block is worked on: see the callers.
        T* start = (T*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(logits));
        return new ScoreBlock<T> { Scores = start, Result = start, Rows = Rows, Columns = count, First = first };
    }
}

/// <summary>A linear layer over a large vocabulary and its cross entropy in one, that never holds all logits.</summary>
internal static class LinearCrossEntropyOperation
{
    /// <summary>About how many logits are held at a time: 2 Mi.</summary>
    private const int BlockLength = 1 << 21;

    /// <summary>
    /// At least so many blocks a large vocabulary is cut into, and at least so many classes each has.
    /// </summary>
    private const int LeastBlocks = 16, LeastClasses = 64;

    /// <summary>The loss of each row.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="hidden">Shape <c>[n, d]</c>.</param>
    /// <param name="weights">Shape <c>[v, d]</c>.</param>
    /// <param name="bias">Shape <c>[v]</c>, or null.</param>
    /// <param name="classWeights">Shape <c>[v]</c>, or null.</param>
    /// <param name="targets">What the classes count.</param>
    /// <returns>Shape <c>[n]</c>.</returns>
    public static Tensor<T> LinearCrossEntropy<T>(
        this Tape<T> tape, Tensor<T> hidden, Tensor<T> weights, Tensor<T>? bias, Tensor<T>? classWeights,
        ScoreTargets targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = hidden.Shape[0], classes = weights.Shape[0];
        Tensor<T> output = tape.Rent(new Shape(rows)),
            block = tape.Rent(new Shape(rows, ClassesOfBlock(rows, classes)));
        VocabularyLayer<T> layer = new(hidden, weights, bias, classWeights, block);
        ScoreTotals totals = ScoreTotals.Rent(tape, rows);
        for (int first = 0; first < classes && rows > 0; first += layer.BlockClasses)
        {
            Take(tape, layer, first, targets, totals);
        }

        Write(output.Values, targets, totals);
        bool requiresGradient = hidden.RequiresGradient || weights.RequiresGradient
            || bias is { RequiresGradient: true };
        if (tape.TryRecord(output, requiresGradient, out LinearCrossEntropyRecord<T>? record))
        {
            record.Keep(layer, targets, totals);
        }

        return output;
    }

    private static unsafe void Take<T>(
        Tape<T> tape, VocabularyLayer<T> layer, int first, ScoreTargets targets, in ScoreTotals totals)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ScoreBlock<T> block = layer.Compute(tape, first);
        fixed (T* classWeights = layer.ClassWeights is null ? default : layer.ClassWeights.Values)
        {
            ScoreRows.Take(
                block with { ClassWeights = classWeights == null ? null : classWeights + first }, targets, totals);
        }
    }

    private static unsafe void Write<T>(Span<T> values, ScoreTargets targets, in ScoreTotals totals)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = T.CreateTruncating(
                targets.ValueOf(row, totals.LogTotal[row], totals.OfTarget[row], totals.Weighted[row]));
        }
    }

    private static int ClassesOfBlock(int rows, int classes)
    {
        int most = Math.Min(BlockLength / Math.Max(1, rows), classes / LeastBlocks);
        return Math.Min(classes, Math.Max(LeastClasses, most / LeastClasses * LeastClasses));
    }
}
