using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The measures of anchors with positives and with negatives, while the anchors are in the cache.</summary>
internal static unsafe class TripletMeasureOperation
{
    /// <summary>Both measures of each triplet.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="anchor">Shape <c>[n, d]</c>.</param>
    /// <param name="positive">Shape <c>[n, d]</c>.</param>
    /// <param name="negative">Shape <c>[n, d]</c>.</param>
    /// <returns>Anchors with positives and anchors with negatives, each <c>[n]</c>.</returns>
    public static (Tensor<T> Near, Tensor<T> Far) TripletMeasure<T, TMeasure>(
        this Tape<T> tape, TMeasure measure, Tensor<T> anchor, Tensor<T> positive, Tensor<T> negative)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TMeasure : struct, IRowMeasure
    {
        int rows = anchor.Shape[0], width = anchor.Shape[1];
        Tensor<T> output = tape.Rent(new Shape(2, rows)), parts = tape.Rent(new Shape(2, rows, 3));
        fixed (T* a = anchor.Values, p = positive.Values, q = negative.Values, values = output.Values,
            slopes = parts.Values)
        {
            RowPointers<T> near = new((nint)a, (nint)p, (nint)values, (nint)slopes, 0, 0, 0) { Width = width };
            RowPointers<T> far = near with
            {
                Y = (nint)q,
                Values = (nint)(values + rows),
                Parts = (nint)(slopes + (3L * rows)),
            };
            RowMeasureOperation.Share(rows, width, new Job<TMeasure, T>(measure, near, far, IsBackward: false));
        }

        bool isDifferentiable = anchor.RequiresGradient || positive.RequiresGradient || negative.RequiresGradient;
        if (tape.TryRecord(output, isDifferentiable, out TripletMeasureRecord<TMeasure, T>? record))
        {
            record.Measure = measure;
            record.Anchor = anchor;
            record.Positive = positive;
            record.Negative = negative;
            record.Parts = parts;
        }

        Tensor<T> Part(int index) => tape.Reshape(tape.Slice(output, 0, index, 1), new Shape(rows));
        return (Part(0), Part(1));
    }

    /// <summary>The backward half.</summary>
    public static void Backward<T, TMeasure>(Tape<T> tape, TripletMeasureRecord<TMeasure, T> record)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TMeasure : struct, IRowMeasure
    {
        bool hasAnchor = record.Anchor.TryTakeGradient(tape, out Span<T> byAnchor, out bool addsToAnchor);
        record.Positive.TryTakeGradient(tape, out Span<T> byPositive, out bool addsToPositive);
        record.Negative.TryTakeGradient(tape, out Span<T> byNegative, out bool addsToNegative);
        int rows = record.Anchor.Shape[0], width = record.Anchor.Shape[1];
        fixed (T* a = record.Anchor.Values, p = record.Positive.Values, q = record.Negative.Values)
        fixed (T* parts = record.Parts.Values, upstream = record.Output.Gradient)
        fixed (T* byA = byAnchor, byP = byPositive, byQ = byNegative)
        {
            RowPointers<T> near = new((nint)a, (nint)p, 0, (nint)parts, (nint)upstream, (nint)byA, (nint)byP)
            {
                Width = width,
                AddsToX = addsToAnchor,
                AddsToY = addsToPositive,
            };
            RowPointers<T> far = near with
            {
                Y = (nint)q,
                Parts = (nint)(parts + (3L * rows)),
                Upstream = (nint)(upstream + rows),
                ByY = (nint)byQ,
                AddsToX = hasAnchor,
                AddsToY = addsToNegative,
            };
            RowMeasureOperation.Share(rows, width, new Job<TMeasure, T>(record.Measure, near, far, IsBackward: true));
        }
    }

    private readonly record struct Job<TMeasure, T>(
        TMeasure Measure, RowPointers<T> Near, RowPointers<T> Far, bool IsBackward) : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
        where TMeasure : struct, IRowMeasure
    {
        public void Run(int start, int count)
        {
            new RowMeasureJob<TMeasure, T>(Measure, Near, IsBackward).Run(start, count);
            new RowMeasureJob<TMeasure, T>(Measure, Far, IsBackward).Run(start, count);
        }
    }
}

/// <summary>∂row = ∂measure · its derivatives by its sums · those of the sums by the row, for both measures.</summary>
internal sealed class TripletMeasureRecord<TMeasure, T> : Operation<T>, IComposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TMeasure : struct, IRowMeasure
{
    public TMeasure Measure { get; set; }

    public Tensor<T> Anchor { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Positive { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Negative { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Parts { get; set; } = null!; // Set right after the record is taken.

    protected internal override void Backward(Tape<T> tape) => TripletMeasureOperation.Backward(tape, this);

    internal override void RecordBackward(GradientPass<T> pass) => pass.Compose(this, Anchor, Positive, Negative);

    public Tensor<T> Compose(Tape<T> tape, ReadOnlySpan<Tensor<T>> inputs) => tape.Stack(
        0, Measure.Compose(tape, inputs[0], inputs[1]), Measure.Compose(tape, inputs[0], inputs[2]));
}
