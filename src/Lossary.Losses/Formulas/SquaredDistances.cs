using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Squared Euclidean distances between the rows of two matrices, from the differences themselves.</summary>
/// <remarks>‖a‖² + ‖b‖² − 2 a·b would be quicker, but has no digits left where two rows are close.</remarks>
internal static class SquaredDistances
{
    /// <summary>About how many products a range for the worker pool has.</summary>
    private const int RangeWork = 1 << 15;

    /// <summary>‖xᵢ − yⱼ‖².</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="x">Shape <c>[n, d]</c>.</param>
    /// <param name="y">Shape <c>[m, d]</c>; may be x itself.</param>
    /// <returns>Shape <c>[n, m]</c>; no more memory than that is taken.</returns>
    public static Tensor<T> SquaredDistancesBetween<T>(this Tape<T> tape, Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = x.Shape[0], m = y.Shape[0], width = x.Shape[1];
        Tensor<T> output = tape.Rent(new Shape(n, m));
        WorkerPool.Shared.RunRanges(n, RangeOf(m, width), new Forward<T>(x, y, output));
        if (tape.TryRecord(output, x.RequiresGradient || y.RequiresGradient, out SquaredDistancesRecord<T>? record))
        {
            record.X = x;
            record.Y = y;
        }

        return output;
    }

    /// <summary>How many rows make a range.</summary>
    internal static int RangeOf(int others, int width) => int.Max(1, RangeWork / int.Max(1, others * width));

    private readonly struct Forward<T>(Tensor<T> x, Tensor<T> y, Tensor<T> output) : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int count)
        {
            int m = y.Shape[0], width = x.Shape[1];
            ReadOnlySpan<T> others = y.Values;
            for (int i = start; i < start + count; i++)
            {
                ReadOnlySpan<T> row = x.Values.Slice(i * width, width);
                for (int j = 0; j < m; j++)
                {
                    output.Values[(i * m) + j] = Of(row, others.Slice(j * width, width));
                }
            }
        }

        private static T Of(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        {
            T sum = T.Zero;
            for (int k = 0; k < a.Length; k++)
            {
                T gap = a[k] - b[k];
                sum += gap * gap;
            }

            return sum;
        }
    }
}

/// <summary>∂xᵢ = 2 Σⱼ ∂outputᵢⱼ (xᵢ − yⱼ), and ∂yⱼ likewise.</summary>
internal sealed class SquaredDistancesRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> X { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Y { get; set; } = null!; // Set right after the record is taken.

    protected internal override void Backward(Tape<T> tape)
    {
        int n = X.Shape[0], m = Y.Shape[0], width = X.Shape[1];
        Add(tape, X, Y, m, 1, SquaredDistances.RangeOf(m, width));
        Add(tape, Y, X, 1, m, SquaredDistances.RangeOf(n, width));
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        // From a middle, so that rows far from 0 keep their digits.
        Tape<T> tape = pass.Tape;
        Tensor<T> middle = tape.Constant(new(1, Y.Shape[1]), tape.Mean(Y, [0]).Values);
        Tensor<T> x = tape.Subtract(X, middle), y = tape.Subtract(Y, middle);
        Tensor<T> upstream = tape.Scale(pass.Upstream, 2);
        if (GradientPass<T>.Wants(X))
        {
            Tensor<T> own = tape.Multiply(x, tape.Sum(upstream, [1], keepDimensions: true));
            pass.Add(X, tape.Subtract(own, tape.MatMul(upstream, y)));
        }

        if (GradientPass<T>.Wants(Y))
        {
            Tensor<T> own = tape.Multiply(y, tape.Reshape(tape.Sum(upstream, [0]), new Shape(Y.Shape[0], 1)));
            pass.Add(Y, tape.Subtract(own, tape.MatMul(tape.Transpose(upstream), x)));
        }
    }

    private void Add(Tape<T> tape, Tensor<T> rows, Tensor<T> others, int step, int stride, int range)
    {
        if (rows.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            if (!accumulate)
            {
                gradient.Clear();
            }

            WorkerPool.Shared.RunRanges(rows.Shape[0], range, new Back(rows, others, Output, step, stride));
        }
    }

    /// <summary>Row i's part of the output starts at i · step, and goes on by stride.</summary>
    private readonly struct Back(Tensor<T> rows, Tensor<T> others, Tensor<T> output, int step, int stride) : IRangeJob
    {
        public void Run(int start, int count)
        {
            int width = rows.Shape[1];
            for (int i = start; i < start + count; i++)
            {
                ReadOnlySpan<T> row = rows.Values.Slice(i * width, width);
                Span<T> gradient = rows.Gradient.Slice(i * width, width);
                for (int j = 0; j < others.Shape[0]; j++)
                {
                    T slope = output.Gradient[(i * step) + (j * stride)];
                    if (slope != T.Zero)
                    {
                        Pull(gradient, row, others.Values.Slice(j * width, width), slope + slope);
                    }
                }
            }
        }

        private static void Pull(Span<T> gradient, ReadOnlySpan<T> row, ReadOnlySpan<T> other, T factor)
        {
            for (int k = 0; k < row.Length; k++)
            {
                gradient[k] += factor * (row[k] - other[k]);
            }
        }
    }
}
