using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The distances or similarities of rows of two matrices, as one operation that reads each row once.</summary>
internal static unsafe class RowMeasureOperation
{
    /// <summary>Elements that a range of rows has at most: tens of microseconds' work.</summary>
    private const int ElementsOfRange = 1 << 14;

    /// <summary>The measure of each pair of rows.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="left">Shape <c>[n, d]</c>.</param>
    /// <param name="right">Shape <c>[n, d]</c>.</param>
    /// <returns>Shape <c>[n]</c>.</returns>
    public static Tensor<T> RowMeasure<T, TMeasure>(
        this Tape<T> tape, TMeasure measure, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TMeasure : struct, IRowMeasure
    {
        int rows = left.Shape[0], width = left.Shape[1];
        Tensor<T> output = tape.Rent(new Shape(rows)), parts = tape.Rent(new Shape(rows, 3));
        fixed (T* x = left.Values, y = right.Values, values = output.Values, slopes = parts.Values)
        {
            RowPointers<T> at = new((nint)x, (nint)y, (nint)values, (nint)slopes, 0, 0, 0) { Width = width };
            Share(rows, width, new RowMeasureJob<TMeasure, T>(measure, at, IsBackward: false));
        }

        bool isDifferentiable = left.RequiresGradient || right.RequiresGradient;
        if (tape.TryRecord(output, isDifferentiable, out RowMeasureRecord<TMeasure, T>? record))
        {
            record.Measure = measure;
            record.Left = left;
            record.Right = right;
            record.Parts = parts;
        }

        return output;
    }

    /// <summary>The backward half.</summary>
    public static void Backward<T, TMeasure>(Tape<T> tape, RowMeasureRecord<TMeasure, T> record)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TMeasure : struct, IRowMeasure
    {
        record.Left.TryTakeGradient(tape, out Span<T> byLeft, out bool addsToLeft);
        record.Right.TryTakeGradient(tape, out Span<T> byRight, out bool addsToRight);
        int rows = record.Left.Shape[0], width = record.Left.Shape[1];
        fixed (T* x = record.Left.Values, y = record.Right.Values, parts = record.Parts.Values)
        {
            fixed (T* upstream = record.Output.Gradient, byX = byLeft, byY = byRight)
            {
                RowPointers<T> at = new((nint)x, (nint)y, 0, (nint)parts, (nint)upstream, (nint)byX, (nint)byY)
                {
                    Width = width,
                    AddsToX = addsToLeft,
                    AddsToY = addsToRight,
                };
                Share(rows, width, new RowMeasureJob<TMeasure, T>(record.Measure, at, IsBackward: true));
            }
        }
    }

    /// <summary>Runs a job over the rows, a range that fits the caches at a time.</summary>
    public static void Share<TJob>(int rows, int width, TJob job)
        where TJob : struct, IRangeJob =>
        WorkerPool.Shared.RunRanges(rows, int.Max(1, ElementsOfRange / int.Max(1, width)), job);
}

/// <summary>∂row = ∂measure · its derivatives by its sums · those of the sums by the row.</summary>
internal sealed class RowMeasureRecord<TMeasure, T> : Operation<T>, IComposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TMeasure : struct, IRowMeasure
{
    public TMeasure Measure { get; set; }

    public Tensor<T> Left { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Right { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Parts { get; set; } = null!; // Set right after the record is taken.

    protected internal override void Backward(Tape<T> tape) => RowMeasureOperation.Backward(tape, this);

    internal override void RecordBackward(GradientPass<T> pass) => pass.Compose(this, Left, Right);

    public Tensor<T> Compose(Tape<T> tape, ReadOnlySpan<Tensor<T>> inputs) =>
        Measure.Compose(tape, inputs[0], inputs[1]);
}
