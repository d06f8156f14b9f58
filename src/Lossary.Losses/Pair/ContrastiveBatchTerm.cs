using System.Numerics;

namespace Lossary.Losses;

/// <summary>All pairs of one embedding: ½d² with those of its class, half the squared room to the margin with others.</summary>
internal readonly struct ContrastiveBatchTerm(double margin, int[] labels) : IBatchTerm
{
    /// <inheritdoc/>
    public T Term<T>(int row, Span<T> measures, out T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        weight = T.CreateTruncating(measures.Length - 1);
        T sum = T.Zero, room = T.CreateTruncating(margin), share = weight == T.Zero ? T.Zero : T.One / weight;
        for (int j = 0; j < measures.Length; j++)
        {
            T distance = measures[j];
            T slope = j == row ? T.Zero
                : labels[j] == labels[row] ? distance
                : -T.Max(room - distance, T.Zero);
            sum += slope * slope;
            measures[j] = slope * share;
        }

        return sum * share / T.CreateTruncating(2);
    }
}
