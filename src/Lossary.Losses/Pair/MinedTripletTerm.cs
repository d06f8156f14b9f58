using System.Buffers;
using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The triplets of one anchor: mined from its distances, each a hinge, averaged.</summary>
/// <param name="mining">Which triplets.</param>
/// <param name="mean">What is divided by.</param>
/// <param name="margin">How much nearer the positive has to be.</param>
/// <param name="isSmooth">A softplus without a margin for the hinge.</param>
/// <param name="isSimilarity">Whether rows hold similarities: the less, the farther.</param>
/// <param name="labels">The class of each embedding.</param>
internal readonly struct MinedTripletTerm(
    TripletMining mining, TupleMean mean, double margin, bool isSmooth, bool isSimilarity, int[] labels) : IBatchTerm
{
    /// <inheritdoc/>
    public T Term<T>(int row, Span<T> measures, out T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] rented = ArrayPool<T>.Shared.Rent(measures.Length);
        Span<T> slopes = rented.AsSpan(0, measures.Length);
        slopes.Clear();
        Tally<T> tally = new(measures, slopes, isSimilarity ? -T.One : T.One, T.CreateTruncating(margin), isSmooth);
        Mine(row, ref tally);
        int divisor = mean == TupleMean.OverActive ? tally.Active : tally.Count;
        T share = divisor == 0 ? T.Zero : T.One / T.CreateTruncating(divisor);
        weight = mean == TupleMean.OverAnchors ? (divisor == 0 ? T.Zero : T.One) : T.CreateTruncating(divisor);
        System.Numerics.Tensors.TensorPrimitives.Multiply(slopes, share, measures);
        ArrayPool<T>.Shared.Return(rented);
        return tally.Sum * share;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Which triplets count is held. Their hinges are linear in the distances, with the slopes that the term itself
    /// finds; softplus stands for one triplet of an anchor, the hardest.
    /// </remarks>
    public Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> measures)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (isSmooth && mining != TripletMining.Hard)
        {
            return null;
        }

        // With a margin without end a hinge is its difference: the slopes are those of what softplus is taken of.
        MinedTripletTerm linear = isSmooth
            ? new(mining, mean, double.PositiveInfinity, isSmooth: false, isSimilarity, labels)
            : this;
        Tensor<T> slopes = tape.Constant(measures.Shape, measures.Values);
        for (int row = 0; row < labels.Length; row++)
        {
            linear.Term(row, slopes.Values.Slice(row * labels.Length, labels.Length), out _);
        }

        Tensor<T> differences = tape.Sum(tape.Multiply(slopes, measures), [1]);
        return isSmooth ? tape.Formula(default(SoftplusOf), differences) : differences;
    }

    private void Mine<T>(int row, ref Tally<T> tally)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int nearest = Extreme(row, in tally, isAlike: false, farthest: false);
        if (mining == TripletMining.Hard)
        {
            tally.Add(Extreme(row, in tally, isAlike: true, farthest: true), nearest);
            return;
        }

        int farthest = mining == TripletMining.SemiHard ? Extreme(row, in tally, isAlike: false, farthest: true) : -1;
        for (int positive = 0; positive < labels.Length; positive++)
        {
            if (positive == row || labels[positive] != labels[row])
            {
                continue;
            }

            if (mining == TripletMining.HardNegative)
            {
                tally.Add(positive, nearest);
            }
            else if (mining == TripletMining.SemiHard)
            {
                int next = NearestBeyond(row, in tally, tally.Distance(positive));
                tally.Add(positive, next < 0 ? farthest : next);
            }
            else
            {
                AddAll(row, positive, ref tally);
            }
        }
    }

    private void AddAll<T>(int row, int positive, ref Tally<T> tally)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int negative = 0; negative < labels.Length; negative++)
        {
            if (labels[negative] != labels[row])
            {
                tally.Add(positive, negative);
            }
        }
    }

    /// <summary>The nearest or the farthest, the first of equals; −1 for none.</summary>
    private int Extreme<T>(int row, in Tally<T> tally, bool isAlike, bool farthest)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int best = -1;
        for (int j = 0; j < labels.Length; j++)
        {
            bool counts = labels[j] == labels[row] == isAlike && j != row;
            if (counts && (best < 0 || (farthest
                ? tally.Distance(j) > tally.Distance(best)
                : tally.Distance(j) < tally.Distance(best))))
            {
                best = j;
            }
        }

        return best;
    }

    private int NearestBeyond<T>(int row, in Tally<T> tally, T bound)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int best = -1;
        for (int j = 0; j < labels.Length; j++)
        {
            bool counts = labels[j] != labels[row] && tally.Distance(j) > bound;
            best = counts && (best < 0 || tally.Distance(j) < tally.Distance(best)) ? j : best;
        }

        return best;
    }

    /// <summary>What the triplets of an anchor come to.</summary>
    private ref struct Tally<T>(ReadOnlySpan<T> measures, Span<T> slopes, T sign, T margin, bool isSmooth)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly ReadOnlySpan<T> _measures = measures;
        private readonly Span<T> _slopes = slopes;

        public T Sum { get; private set; }

        public int Count { get; private set; }

        public int Active { get; private set; }

        public readonly T Distance(int j) => sign * _measures[j];

        public void Add(int positive, int negative)
        {
            if (positive < 0 || negative < 0)
            {
                return;
            }

            T difference = Distance(positive) - Distance(negative), value, slope;
            if (isSmooth)
            {
                value = Numerics.RealFunctions.Softplus(difference);
                slope = Numerics.RealFunctions.Sigmoid(difference);
            }
            else
            {
                value = T.Max(difference + margin, T.Zero);
                slope = value > T.Zero ? T.One : T.Zero * value;
            }

            Sum += value;
            Count++;
            Active += value <= T.Zero ? 0 : 1;
            _slopes[positive] += sign * slope;
            _slopes[negative] -= sign * slope;
        }
    }
}
