using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Rows divided by their Euclidean norm, as one operation; a row of zeros stays one, with a gradient of 0.
/// </summary>
internal static unsafe class NormalisedRows
{
    /// <summary>Elements that a range of rows has at most: microseconds' work.</summary>
    private const int ElementsOfRange = 1 << 13;

    /// <summary>The directions of the rows, recorded.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="rows">Shape <c>[n, d]</c>, or more extents before the last.</param>
    public static Tensor<T> Compute<T>(Tape<T> tape, Tensor<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = rows.Shape[rows.Shape.Rank - 1], count = width == 0 ? 0 : rows.Shape.Length / width;
        Tensor<T> output = tape.Rent(rows.Shape), inverses = tape.Rent(new Shape(count));
        fixed (T* from = rows.Values, to = output.Values, factors = inverses.Values)
        {
            Share(count, width, new Job<T> { From = from, To = to, Inverses = factors, Width = width });
        }

        if (tape.TryRecord(output, rows.RequiresGradient, out NormalisedRowsRecord<T>? record))
        {
            record.Rows = rows;
            record.Inverses = inverses;
        }

        return output;
    }

    /// <summary>The backward half: ∂x = (∂y − y (y · ∂y)) / |x|.</summary>
    public static void Backward<T>(Tape<T> tape, NormalisedRowsRecord<T> record)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!record.Rows.TryTakeGradient(tape, out Span<T> gradient, out bool adds))
        {
            return;
        }

        int count = record.Inverses.Shape.Length, width = count == 0 ? 0 : gradient.Length / count;
        fixed (T* directions = record.Output.Values, upstream = record.Output.Gradient)
        {
            fixed (T* to = gradient, factors = record.Inverses.Values)
            {
                Share(count, width, new Job<T>
                {
                    From = directions,
                    Upstream = upstream,
                    To = to,
                    Inverses = factors,
                    Width = width,
                    Adds = adds,
                });
            }
        }
    }

    private static void Share<T>(int count, int width, Job<T> job)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        WorkerPool.Shared.RunRanges(count, int.Max(1, ElementsOfRange / int.Max(1, width)), job);

    /// <summary>Some rows: forward where there is no upstream, else backward from the directions.</summary>
    private readonly struct Job<T> : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public T* From { get; init; }

        public T* Upstream { get; init; }

        public T* To { get; init; }

        public T* Inverses { get; init; }

        public int Width { get; init; }

        public bool Adds { get; init; }

        public void Run(int start, int count)
        {
            if (Wide512<T>.IsAccelerated)
            {
                HotLoop.Run(new Loop<Wide512<T>, T>(this, start, count));
            }
            else if (Wide256<T>.IsAccelerated)
            {
                HotLoop.Run(new Loop<Wide256<T>, T>(this, start, count));
            }
            else
            {
                HotLoop.Run(new Loop<Scalar<T>, T>(this, start, count));
            }
        }
    }

    private readonly ref struct Loop<TLane, T>(Job<T> job, int start, int count) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            for (int row = start; row < start + count; row++)
            {
                nint offset = (nint)row * job.Width;
                T* from = job.From + offset, to = job.To + offset;
                if (job.Upstream == null)
                {
                    double squares = Product(from, from);
                    job.Inverses[row] = T.CreateTruncating(squares == 0 ? 0 : 1 / Math.Sqrt(squares));
                    Scale(from, to, job.Inverses[row]);
                }
                else
                {
                    T* upstream = job.Upstream + offset;
                    Pull(from, upstream, to, T.CreateTruncating(Product(from, upstream)), job.Inverses[row]);
                }
            }

            return 0;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private double Product(T* left, T* right)
        {
            int width = job.Width, whole = width & ~(TLane.Width - 1);
            TLane sum = 0;
            for (int i = 0; i < whole; i += TLane.Width)
            {
                sum += TLane.Load(ref *left, i) * TLane.Load(ref *right, i);
            }

            int tail = width - whole;
            return TLane.SumToDouble(sum) + (tail == 0 ? 0 : TLane.SumOfFirst(
                TLane.LoadFirst(ref *left, whole, tail, 0) * TLane.LoadFirst(ref *right, whole, tail, 0), tail));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Scale(T* from, T* to, T inverse)
        {
            int width = job.Width, whole = width & ~(TLane.Width - 1);
            TLane factor = TLane.Spread(inverse);
            for (int i = 0; i < whole; i += TLane.Width)
            {
                TLane.Store(TLane.Load(ref *from, i) * factor, ref *to, i);
            }

            if (whole < width)
            {
                TLane.StoreFirst(
                    TLane.LoadFirst(ref *from, whole, width - whole, 0) * factor, ref *to, whole, width - whole);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Pull(T* directions, T* upstream, T* to, T product, T inverse)
        {
            int width = job.Width, whole = width & ~(TLane.Width - 1);
            TLane factor = TLane.Spread(inverse), along = TLane.Spread(product);
            for (int i = 0; i < whole; i += TLane.Width)
            {
                TLane pull = factor * (TLane.Load(ref *upstream, i) - (along * TLane.Load(ref *directions, i)));
                TLane.Store(job.Adds ? TLane.Load(ref *to, i) + pull : pull, ref *to, i);
            }

            int tail = width - whole;
            if (tail > 0)
            {
                TLane direction = TLane.LoadFirst(ref *directions, whole, tail, 0);
                TLane pull = factor * (TLane.LoadFirst(ref *upstream, whole, tail, 0) - (along * direction));
                TLane.StoreFirst(
                    job.Adds ? TLane.LoadFirst(ref *to, whole, tail, 0) + pull : pull, ref *to, whole, tail);
            }
        }
    }
}

/// <summary>∂row from ∂direction.</summary>
internal sealed class NormalisedRowsRecord<T> : Operation<T>, IComposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Rows { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Inverses { get; set; } = null!; // Set right after the record is taken.

    protected internal override void Backward(Tape<T> tape) => NormalisedRows.Backward(tape, this);

    internal override void RecordBackward(GradientPass<T> pass) => pass.Compose(this, Rows);

    public Tensor<T> Compose(Tape<T> tape, ReadOnlySpan<Tensor<T>> inputs)
    {
        Tensor<T> squares = tape.Sum(tape.Square(inputs[0]), [-1], keepDimensions: true);
        return tape.Multiply(inputs[0], tape.Formula(default(InverseRootOrZero), squares));
    }
}
