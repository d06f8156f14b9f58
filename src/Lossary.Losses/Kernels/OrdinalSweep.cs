using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Σₖ f(Pₖ − Tₖ) of some rows, up the classes once, and down again for the gradient.</summary>
internal readonly unsafe ref struct OrdinalSweep<TLoss, TLane, T>(TLoss loss, ClassRows<T> rows, OrdinalRow<T> scratch)
    : ILoop
    where TLoss : struct, IOrdinalLoss<TLoss>
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TLoss _loss = loss;
    private readonly ClassRows<T> _rows = rows;
    private readonly OrdinalRow<T> _scratch = scratch;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        TLoss loss = _loss;
        ClassRows<T> rows = _rows;
        OrdinalRow<T> scratch = _scratch;
        int classes = rows.Classes;
        T scale = T.CreateTruncating(rows.Scale);
        double sum = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            if (!TryWeigh(rows, row, out T weight, out int target))
            {
                rows.Leave(row);
                continue;
            }

            nint first = (nint)row * classes;
            T* shares = rows.Shares == null ? null : rows.Shares + first;
            T largest = default, others = default;
            new ExponentialRows<TLane, T, KeepsExponentials>(
                ref rows.Scores[first], ref *scratch.Probabilities, 1, classes, ref largest, ref others).Run();
            scratch.Accumulate(T.One + others, target, shares, classes);
            T* gradient = rows.Gradient == null ? null : rows.Gradient + first;
            T value = weight * Climb(loss, scratch, target, shares, gradient, classes);
            if (gradient != null)
            {
                Descend(scratch, gradient, weight * scale, classes);
            }

            if (rows.Values != null)
            {
                rows.Values[row] = value;
            }

            sum += double.CreateTruncating(value);
        }

        return sum;
    }

    /// <summary>The row's weight; false where it is out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryWeigh(in ClassRows<T> rows, int row, out T weight, out int target)
    {
        if (rows.Shares == null)
        {
            return rows.TryWeigh(row, out weight, out target);
        }

        target = -1;
        weight = rows.Weight(row);
        if (weight == T.Zero || rows.ClassWeights == null)
        {
            return weight != T.Zero;
        }

        T mean = T.Zero;
        for (int k = 0; k < rows.Classes; k++)
        {
            mean += rows.ClassWeights[k] * rows.Shares[((nint)row * rows.Classes) + k];
        }

        weight *= mean;
        return weight != T.Zero;
    }

    /// <summary>
    /// The row's loss; leaves f′ · (1 − P) in the scratch, and in the gradient what lower boundaries pull by.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Climb(TLoss loss, OrdinalRow<T> scratch, int target, T* shares, T* gradient, int classes)
    {
        T below = T.Zero, shareBelow = T.Zero, pulled = T.Zero, value = T.Zero;
        for (int k = 0; k < classes; k++)
        {
            if (gradient != null)
            {
                gradient[k] = pulled;
            }

            below += scratch.Probabilities[k];
            shareBelow += shares == null ? (k == target ? T.One : T.Zero) : shares[k];
            T above = k == classes - 1 ? T.Zero : scratch.Above[k];
            T difference = k == classes - 1 ? T.Zero : (below * scratch.ShareAbove[k]) - (above * shareBelow);
            Dual<Scalar<T>> term = TLoss.Slope(loss, new Scalar<T>(difference));
            value += term.Value.Number;
            pulled += term.Slope.Number * below;
            scratch.Above[k] = term.Slope.Number * above;
        }

        return value + (below - below);
    }

    /// <summary>The gradient: p · (what higher boundaries pull by − what lower ones do).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Descend(OrdinalRow<T> scratch, T* gradient, T scale, int classes)
    {
        T pushed = T.Zero;
        for (int k = classes - 1; k >= 0; k--)
        {
            pushed += scratch.Above[k];
            gradient[k] = scratch.Probabilities[k] * (pushed - gradient[k]) * scale;
        }
    }
}
