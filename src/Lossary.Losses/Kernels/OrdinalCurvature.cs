using System.Buffers;
using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The second derivatives by each score of rows whose loss is a sum over boundaries, in double precision.
/// </summary>
/// <remarks>
/// The probability P below a boundary has ∂P/∂zₖ = pₖ a, a = 1 − P for a class below the boundary, −P for one above,
/// and ∂²P/∂zₖ² = pₖ (1 − 2pₖ) a. So it is pₖ² Σ f″ a² + pₖ (1 − 2pₖ) Σ f′ a over the boundaries.
/// </remarks>
internal static class OrdinalCurvature
{
    /// <summary>Writes the curvature of some rows.</summary>
    public static unsafe void Run<TLoss, T>(TLoss loss, in ClassRows<T> rows)
        where TLoss : struct, IOrdinalLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int classes = rows.Classes;
        double[] memory = ArrayPool<double>.Shared.Rent(4 * classes);
        for (int row = 0; row < rows.Count; row++)
        {
            Span<T> curvature = new(rows.Curvature + ((nint)row * classes), classes);
            if (!OrdinalSweep<TLoss, Scalar<T>, T>.TryWeigh(rows, row, out T weight, out int target))
            {
                curvature.Clear();
                continue;
            }

            double factor = double.CreateTruncating(weight) * rows.Scale;
            Boundaries scratch = new(memory, classes);
            ClassCurvature.Widen(rows.Scores + ((nint)row * classes), scratch.Bends);
            RowSoftmax.Probabilities(scratch.Bends, scratch.Chances);
            T* shares = rows.Shares == null ? null : rows.Shares + ((nint)row * classes);
            Bend(loss, scratch, target, shares, factor, curvature);
        }

        ArrayPool<double>.Shared.Return(memory);
    }

    private static unsafe void Bend<TLoss, T>(
        TLoss loss, Boundaries scratch, int target, T* shares, double factor, Span<T> curvature)
        where TLoss : struct, IOrdinalLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int last = curvature.Length - 1;
        double ShareOf(int k) => shares == null ? (k == target ? 1 : 0) : double.CreateTruncating(shares[k]);
        Span<double> chances = scratch.Chances, above = scratch.Above, slopes = scratch.Slopes, bends = scratch.Bends;
        double sum = 0;
        for (int k = last; k >= 0; k--)
        {
            above[k] = sum;
            sum += chances[k];
        }

        double below = 0, shareBelow = 0, slopesAbove = 0, bendsAbove = 0;
        for (int k = 0; k < last; k++)
        {
            below += chances[k];
            shareBelow += ShareOf(k);
            Jet<Scalar<double>> term = loss.Value(Jet<Scalar<double>>.Variable(new Scalar<double>(below - shareBelow)));
            slopes[k] = term.Slope.Number;
            bends[k] = term.Curvature.Number;
            slopesAbove += slopes[k] * above[k];
            bendsAbove += bends[k] * above[k] * above[k];
        }

        double pushed = slopesAbove, stiff = bendsAbove;
        below = 0;
        for (int k = 0; k <= last; k++)
        {
            double p = chances[k];
            curvature[k] = T.CreateTruncating(factor * p * ((p * stiff) + ((1 - (2 * p)) * pushed)));
            if (k < last)
            {
                // The boundary above this class lies below the next one.
                below += p;
                pushed -= slopes[k] * (above[k] + below);
                stiff += bends[k] * ((below * below) - (above[k] * above[k]));
            }
        }
    }

    /// <summary>A row's numbers.</summary>
    private readonly ref struct Boundaries(double[] memory, int classes)
    {
        /// <summary>Each class's probability.</summary>
        public Span<double> Chances => memory.AsSpan(0, classes);

        /// <summary>What lies above each class.</summary>
        public Span<double> Above => memory.AsSpan(classes, classes);

        /// <summary>f′ at each boundary.</summary>
        public Span<double> Slopes => memory.AsSpan(2 * classes, classes);

        /// <summary>The scores; then f″ at each boundary.</summary>
        public Span<double> Bends => memory.AsSpan(3 * classes, classes);
    }
}
