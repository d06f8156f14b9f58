using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The second derivatives by each score of rows whose loss is made of differences d to the target's score: f″(d) at
/// another class, their sum at the target.
/// </summary>
internal static class ClassMarginCurvature
{
    /// <summary>Writes the curvature of some rows.</summary>
    public static unsafe void Run<TLoss, T>(TLoss loss, in ClassRows<T> rows)
        where TLoss : struct, IClassMarginLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int classes = rows.Classes;
        for (int row = 0; row < rows.Count; row++)
        {
            T* scores = rows.Scores + ((nint)row * classes);
            Span<T> curvature = new(rows.Curvature + ((nint)row * classes), classes);
            curvature.Clear();
            if (!rows.TryWeigh(row, out T rowWeight, out int target) || classes == 1)
            {
                continue;
            }

            double weight = double.CreateTruncating(rowWeight) * rows.Scale;
            if (TLoss.Combination == ClassCombination.Worst)
            {
                int rival = WorstRivalSweep<TLoss, T>.Rival(scores, classes, target, out T difference);
                curvature[rival] = curvature[target] = T.CreateTruncating(weight * Bend(loss, difference));
                continue;
            }

            double sum = 0;
            for (int k = 0; k < classes; k++)
            {
                double bend = k == target ? 0 : weight / classes * Bend(loss, scores[k] - scores[target]);
                curvature[k] = T.CreateTruncating(bend);
                sum += bend;
            }

            curvature[target] = T.CreateTruncating(sum);
        }
    }

    private static double Bend<TLoss, T>(TLoss loss, T difference)
        where TLoss : struct, IClassMarginLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        loss.Value(Jet<Scalar<double>>.Variable(new Scalar<double>(double.CreateTruncating(difference))))
            .Curvature.Number;
}
