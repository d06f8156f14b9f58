using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Scaled dot-product attention with several heads, one record.</summary>
/// <remarks>
/// Scores are never kept: they exist for one block of queries at a time, and the way back computes them again from the
/// largest score and the sum of exponentials of each query. Reference: A. Vaswani et al., "Attention Is All You Need",
/// 2017, arXiv:1706.03762; in blocks after T. Dao et al., "FlashAttention", 2022, arXiv:2205.14135.
/// </remarks>
public static unsafe class AttentionOperation
{
    /// <summary>
    /// softmax(query · keyᵀ / √width) · value, for each head; heads stand side by side in the columns.
    /// </summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="query">Shape <c>[batch, queries, heads · width]</c>.</param>
    /// <param name="key">Shape <c>[batch, keys, heads · width]</c>.</param>
    /// <param name="value">Shape <c>[batch, keys, heads · value width]</c>.</param>
    /// <param name="heads">How many heads; positive.</param>
    /// <param name="mask">Which keys are seen; a query that sees none gives 0.</param>
    /// <returns>Shape <c>[batch, queries, heads · value width]</c>.</returns>
    /// <exception cref="ArgumentException">Shapes, heads or masks do not fit.</exception>
    public static Tensor<T> Attention<T>(
        this Tape<T> tape, Tensor<T> query, Tensor<T> key, Tensor<T> value, int heads, AttentionMask mask = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        AttentionExtents extents = AttentionCheck.Extents(query, key, value, heads, mask);
        ArraySegment<T> indices = Indices(tape, extents), hidden = Mask(tape, extents, mask);
        ArraySegment<T> kept = tape.RentMemory(checked(2 * extents.Pairs * extents.Queries));
        ArraySegment<T> scratch = tape.RentMemory(checked(extents.Parts * AttentionForward<T>.ScratchLength(extents)));
        AttentionShared<T> shared = new(
            extents, hidden.Count == 0 ? 0 : Address(hidden), Address(indices), Address(kept),
            Address(kept[(extents.Pairs * extents.Queries)..]));
        Tensor<T> output = tape.Rent(query.Shape.With(2, heads * extents.ValueWidth));
        fixed (T* q = query.Values, k = key.Values, v = value.Values, o = output.Values)
        {
            Run(extents, new AttentionForward<T>
            {
                Extents = extents,
                Shared = shared,
                Query = q,
                Key = k,
                Value = v,
                Output = o,
                Scratch = (T*)Address(scratch),
            });
        }

        bool requiresGradient = query.RequiresGradient || key.RequiresGradient || value.RequiresGradient;
        if (tape.TryRecord(output, requiresGradient, out AttentionRecord<T>? record))
        {
            record.Query = query;
            record.Key = key;
            record.Value = value;
            record.Shared = shared;
        }

        return output;
    }

    /// <summary>Runs all parts, on several threads where that pays.</summary>
    internal static void Run<TJob>(AttentionExtents extents, TJob job) where TJob : struct, IJob
    {
        if (extents.IsLarge)
        {
            WorkerPool.Shared.Run(extents.Parts, job);
            return;
        }

        for (int part = 0; part < extents.Parts; part++)
        {
            job.Run(part);
        }
    }

    /// <summary>Where a piece of the tape's memory lies, which never moves.</summary>
    internal static nint Address<T>(ArraySegment<T> memory) where T : unmanaged =>
        (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(memory.AsSpan()));

    private static ArraySegment<T> Indices<T>(Tape<T> tape, AttentionExtents extents)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArraySegment<T> indices = tape.RentMemory(extents.PaddedKeys<T>());
        Span<T> numbers = indices;
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = T.CreateTruncating(i);
        }

        return indices;
    }

    private static ArraySegment<T> Mask<T>(Tape<T> tape, AttentionExtents extents, AttentionMask mask)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (mask.Lengths.IsEmpty && mask.IgnoredKeys.IsEmpty)
        {
            return default;
        }

        int keys = extents.Keys, stride = extents.PaddedKeys<T>();
        ArraySegment<T> hidden = tape.RentMemory(checked(extents.Batch * stride));
        Span<T> numbers = hidden;
        numbers.Clear();
        for (int sequence = 0; sequence < extents.Batch; sequence++)
        {
            Span<T> row = numbers.Slice(sequence * stride, keys);
            if (!mask.Lengths.IsEmpty)
            {
                row[mask.Lengths[sequence]..].Fill(T.NegativeInfinity);
            }

            for (int key = 0; !mask.IgnoredKeys.IsEmpty && key < keys; key++)
            {
                row[key] = mask.IgnoredKeys[(sequence * keys) + key] ? T.NegativeInfinity : row[key];
            }
        }

        return hidden;
    }
}

/// <summary>With weights P: ∂value = Pᵀ ∂output, ∂scores = P (∂P − Σ P ∂P), ∂query and ∂key from those.</summary>
internal sealed unsafe class AttentionRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Query { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Key { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Value { get; set; } = null!; // Set right after the record is taken.

    public AttentionShared<T> Shared { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        AttentionExtents extents = Shared.Extents;
        ArraySegment<T> scratch = tape.RentMemory(checked(extents.Parts * AttentionBackward<T>.ScratchLength(extents)));
        fixed (T* query = Query.Values, key = Key.Values, value = Value.Values, ofOutput = Output.Gradient)
        fixed (T* ofQuery = Cleared(tape, Query), ofKey = Cleared(tape, Key), ofValue = Cleared(tape, Value))
        {
            AttentionOperation.Run(extents, new AttentionBackward<T>
            {
                Extents = extents,
                Shared = Shared,
                Query = query,
                Key = key,
                Value = value,
                OfOutput = ofOutput,
                OfQuery = ofQuery,
                OfKey = ofKey,
                OfValue = ofValue,
                Scratch = (T*)AttentionOperation.Address(scratch),
            });
        }
    }

    /// <summary>An input's gradient, to be added to: one tensor may be query, key and value at once.</summary>
    private static Span<T> Cleared(Tape<T> tape, Tensor<T> input)
    {
        if (input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate) && !accumulate)
        {
            gradient.Clear();
        }

        return gradient;
    }
}
