using System.Buffers;
using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Soft dynamic time warping as one operation: the slopes are computed with the values.</summary>
internal static class SoftDtwOperation
{
    /// <summary>What it costs to stretch one series of each pair onto the other.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="first">Shape <c>[n, t, d]</c>.</param>
    /// <param name="second">Shape <c>[n, s, d]</c>.</param>
    /// <param name="firstLengths">How many steps count, <c>[n]</c>; at least 1.</param>
    /// <param name="secondLengths">How many steps count, <c>[n]</c>; at least 1.</param>
    /// <param name="gamma">How soft the minimum is; positive.</param>
    /// <returns>Shape <c>[n]</c>.</returns>
    public static Tensor<T> SoftDtw<T>(
        this Tape<T> tape, Tensor<T> first, Tensor<T> second, int[] firstLengths, int[] secondLengths, double gamma)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> output = tape.Rent(new Shape(first.Shape[0]));
        bool requiresGradient = first.RequiresGradient
            || second.RequiresGradient, isRecorded = tape.IsRecording && requiresGradient;
        Tensor<T>? ofFirst = isRecorded ? tape.Rent(first.Shape)
            : null, ofSecond = isRecorded ? tape.Rent(second.Shape)
            : null;
        WorkerPool.Shared.Run(output.Shape.Length, new Job<T>(firstLengths, secondLengths)
        {
            First = first.Values,
            Second = second.Values,
            OfFirst = ofFirst is null ? default : ofFirst.Values,
            OfSecond = ofSecond is null ? default : ofSecond.Values,
            Values = output.Values,
            Width = first.Shape[2],
            Gamma = gamma,
        });
        if (tape.TryRecord(output, requiresGradient, out SoftDtwRecord<T>? record))
        {
            record.Cleared().With(first, ofFirst!).With(second, ofSecond!);
            record.Keep(first, second, firstLengths, secondLengths, gamma);
        }

        return output;
    }

    private readonly ref struct Job<T>(int[] firstLengths, int[] secondLengths) : IJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public ReadOnlySpan<T> First { get; init; }

        public ReadOnlySpan<T> Second { get; init; }

        public Span<T> OfFirst { get; init; }

        public Span<T> OfSecond { get; init; }

        public Span<T> Values { get; init; }

        public int Width { get; init; }

        public double Gamma { get; init; }

        public void Run(int index)
        {
            int size = WarpingTable.LengthOf(firstLengths[index], secondLengths[index]);
            double[] memory = ArrayPool<double>.Shared.Rent(size);
            try
            {
                Warp(index, new(firstLengths[index], secondLengths[index], Gamma, memory));
            }
            finally
            {
                ArrayPool<double>.Shared.Return(memory);
            }
        }

        private void Warp(int index, WarpingTable table)
        {
            int length = First.Length / firstLengths.Length, otherLength = Second.Length / secondLengths.Length;
            ReadOnlySpan<T> first = First.Slice(index * length, length),
                second = Second.Slice(index * otherLength, otherLength);
            for (int i = 0; i < table.Rows; i++)
            {
                for (int j = 0; j < table.Columns; j++)
                {
                    table.Cost(i, j) = SquaredDistance(first.Slice(i * Width, Width), second.Slice(j * Width, Width));
                }
            }

            Values[index] = T.CreateTruncating(table.Fill());
            if (!OfFirst.IsEmpty)
            {
                table.Weigh();
                Differentiate(
                    table, first, second, OfFirst.Slice(index * length, length),
                    OfSecond.Slice(index * otherLength, otherLength));
            }
        }

        private void Differentiate(
            WarpingTable table, ReadOnlySpan<T> first, ReadOnlySpan<T> second, Span<T> ofFirst, Span<T> ofSecond)
        {
            ofFirst.Clear();
            ofSecond.Clear();
            for (int i = 0; i < table.Rows; i++)
            {
                for (int j = 0; j < table.Columns; j++)
                {
                    double weight = 2 * table.WeightOf(i, j);
                    for (int k = 0; k < Width; k++)
                    {
                        T slope = T.CreateTruncating(weight) * (first[(i * Width) + k] - second[(j * Width) + k]);
                        ofFirst[(i * Width) + k] += slope;
                        ofSecond[(j * Width) + k] -= slope;
                    }
                }
            }
        }

        private static double SquaredDistance(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        {
            double sum = 0;
            for (int k = 0; k < x.Length; k++)
            {
                double difference = double.CreateTruncating(x[k]) - double.CreateTruncating(y[k]);
                sum += difference * difference;
            }

            return sum;
        }
    }
}
