using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Σₖ vₖ F(ℓₖ, qₖ) over all classes of some rows, into the scratch's values; the gradient is vⱼ F′ⱼ − pⱼ Σₖ vₖ F′ₖ.
/// </summary>
internal readonly ref struct ClassTermSweep<TLoss, TLane, T, TShares>(
    TLoss loss, ClassRows<T> rows, RowScratch<T> scratch, double scale) : ILoop
    where TLoss : struct, IClassTermLoss<TLoss>
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TShares : struct, IShares<T>
{
    private readonly TLoss _loss = loss;
    private readonly ClassRows<T> _rows = rows;
    private readonly RowScratch<T> _scratch = scratch;
    private readonly double _scale = scale;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe double Run()
    {
        TLoss loss = _loss;
        ClassRows<T> rows = _rows;
        RowScratch<T> scratch = _scratch;
        int classes = rows.Classes;
        double smoothing = TLoss.SmoothingOf(loss);
        TLane ramp = TLane.Load(ref *scratch.Ramp, 0);
        for (int row = 0; row < rows.Count; row++)
        {
            ref T x = ref rows.Scores[(nint)row * classes];
            T weight = rows.Weight(row);
            if (weight == T.Zero)
            {
                scratch.Values[row] = T.Zero;
                rows.Leave(row);
                continue;
            }

            TLane top = TLane.Spread(scratch.Largest[row]);
            TLane others = TLane.Spread(scratch.Sums[row]);
            TLane shift = TLane.Log1P(others);
            TLane inverse = 1 / (1 + others);
            TLane scale = TLane.Spread(weight) * _scale;
            TLane values = 0, slopes = 0;

            // Twice over the row, which is in the cache: first the sum of the slopes, then what each class gets of it.
            int passes = rows.Gradient == null ? 1 : 2;
            for (int pass = 0; pass < passes; pass++)
            {
                TLane sumOfSlopes = TLane.Spread(TLane.Sum(slopes));
                for (int i = 0; i < classes; i += TLane.Width)
                {
                    int count = int.Min(TLane.Width, classes - i);
                    TLane score = TLane.LoadFirst(ref x, i, count, 0);
                    TLane logProbability = TLoss.TakesLogProbabilities ? score : score - top - shift;
                    TLane share = TShares.Share(rows, row, i, count, ramp, smoothing);
                    Dual<TLane> term = TLoss.TermAt(loss, logProbability, share);
                    TLane classWeight = rows.ClassWeights == null
                        ? 1
                        : TLane.LoadFirst(ref *rows.ClassWeights, i, count, 0);

                    // A class of weight 0 and the slots past the last class are out, whatever stands there.
                    classWeight = TLane.WhereLess(ramp, TLane.Constant(count), classWeight, 0);
                    TLane slope = TLane.WhereLess(0, classWeight, classWeight * term.Slope, 0);
                    if (pass == 0)
                    {
                        slopes += slope;
                        values += TLane.WhereLess(0, classWeight, classWeight * term.Value, 0);
                        continue;
                    }

                    ref T g = ref rows.Gradient[(nint)row * classes];
                    if (TLoss.TakesLogProbabilities)
                    {
                        TLane.StoreFirst(slope * scale, ref g, i, count);
                        continue;
                    }

                    // F′ⱼ (1 − pⱼ) − pⱼ (Σ F′ − F′ⱼ): what a class takes from itself is not subtracted from it.
                    TLane p = Elementary.ExpOfNegative(logProbability);
                    TLane wrong = TLane.WhereAtMost(top, score, others * inverse, 1 - p);
                    TLane.StoreFirst(((slope * wrong) - (p * (sumOfSlopes - slope))) * scale, ref g, i, count);
                }
            }

            scratch.Values[row] = TLane.Sum(values);
        }

        return 0;
    }
}
