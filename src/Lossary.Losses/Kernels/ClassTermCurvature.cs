using System.Buffers;
using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The second derivatives by each score of rows whose loss is a sum over their classes, in double precision.
/// </summary>
/// <remarks>
/// With ∂ℓᵢ/∂zₖ = [i = k] − pₖ, of Σᵢ vᵢ Fᵢ: v F″ₖ (1 − pₖ)² + pₖ² Σ of the others' v F″ − pₖ (1 − pₖ) Σ v F′.
/// </remarks>
internal static class ClassTermCurvature
{
    /// <summary>Writes the curvature of some rows.</summary>
    public static unsafe void Run<TLoss, T>(TLoss loss, in ClassRows<T> rows)
        where TLoss : struct, IClassTermLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int classes = rows.Classes;
        double[] memory = ArrayPool<double>.Shared.Rent(3 * classes);
        Span<double> scores = memory.AsSpan(0, classes), chances = memory.AsSpan(classes, classes);
        Span<double> bends = memory.AsSpan(2 * classes, classes);
        for (int row = 0; row < rows.Count; row++)
        {
            nint first = (nint)row * classes;
            Span<T> curvature = new(rows.Curvature + first, classes);
            double weight = double.CreateTruncating(rows.Weight(row)) * rows.Scale;
            if (weight == 0)
            {
                curvature.Clear();
                continue;
            }

            ClassCurvature.Widen(rows.Scores + first, scores);
            if (!TLoss.TakesLogProbabilities)
            {
                Normalise(scores, chances);
            }

            (double slopes, double all) = Terms(loss, rows, row, scores, bends);
            for (int k = 0; k < classes; k++)
            {
                double bend = bends[k];
                if (!TLoss.TakesLogProbabilities)
                {
                    double p = chances[k], rest = ClassCurvature.Rest(chances, k);

                    // Where p or 1 − p is 0, what it is multiplied by may be infinite.
                    double own = rest == 0 ? 0 : bend * rest * rest;
                    bend = p == 0 || rest == 0 ? own : own + (p * ((p * (all - bend)) - (rest * slopes)));
                }

                curvature[k] = T.CreateTruncating(weight * bend);
            }
        }

        ArrayPool<double>.Shared.Return(memory);
    }

    /// <summary>From scores to ln softmax in their place, and to probabilities.</summary>
    private static void Normalise(Span<double> scores, Span<double> chances)
    {
        RowSoftmax.Logarithms(scores, chances);
        chances.CopyTo(scores);
        foreach (ref double chance in chances)
        {
            chance = RealFunctions.Exp(chance);
        }
    }

    /// <summary>Writes each class's v F″; returns Σ v F′ and Σ v F″.</summary>
    private static unsafe (double Slopes, double Bends) Terms<TLoss, T>(
        TLoss loss, in ClassRows<T> rows, int row, ReadOnlySpan<double> logarithms, Span<double> bends)
        where TLoss : struct, IClassTermLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double smoothing = TLoss.SmoothingOf(loss), slopes = 0, all = 0;
        for (int k = 0; k < bends.Length; k++)
        {
            double share = rows.Shares == null
                ? (rows.Targets[row] == k ? 1 : 0)
                : double.CreateTruncating(rows.Shares[((nint)row * rows.Classes) + k]);
            share = ((1 - smoothing) * share) + (smoothing / rows.Classes);
            double own = rows.ClassWeights == null ? 1 : double.CreateTruncating(rows.ClassWeights[k]);
            bends[k] = 0;
            if (own > 0)
            {
                Jet<Scalar<double>> term = TLoss.BendAt(loss, logarithms[k], share);
                bends[k] = own * term.Curvature.Number;
                slopes += own * term.Slope.Number;
                all += bends[k];
            }
        }

        return (slopes, all);
    }
}
