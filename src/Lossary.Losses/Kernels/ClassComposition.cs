using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The losses of rows of scores by small operations, for where their gradient is differentiated.</summary>
/// <remarks>
/// Softmax, sums and differences are operations of the tape; a family's own function of one number comes with its two
/// derivatives.
/// </remarks>
internal static class ClassComposition
{
    /// <summary>Σₖ F(ℓₖ, qₖ) of each row, [n].</summary>
    public static Tensor<T> OfTerms<TLoss, T>(TLoss loss, Tape<T> tape, Tensor<T> scores, int[] targets)
        where TLoss : struct, IClassTermLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int classes = scores.Shape[1];
        double rest = TLoss.SmoothingOf(loss) / classes, own = 1 - TLoss.SmoothingOf(loss) + rest;
        Tensor<T> logs = TLoss.TakesLogProbabilities ? scores : tape.LogSoftmax(scores);
        return RowSums(tape, logs, (i, log) =>
        {
            // A single class has all of the probability, whatever its score is: there F itself may have no slope.
            Jet<Scalar<double>> jet = TLoss.BendAt(loss, log, i % classes == targets[i / classes] ? own : rest);
            return classes > 1 || TLoss.TakesLogProbabilities ? jet : Jet<Scalar<double>>.Constant(jet.Value.Number);
        });
    }

    /// <summary>What f(d) comes to over the other classes of each row, [n].</summary>
    public static Tensor<T> OfMargins<TLoss, T>(TLoss loss, Tape<T> tape, Tensor<T> scores, int[] targets)
        where TLoss : struct, IClassMarginLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int classes = scores.Shape[1];
        bool isWorst = TLoss.Combination == ClassCombination.Worst;
        int[] rivals = isWorst ? Rivals(scores, targets) : [];
        Tensor<T> own = tape.Reshape(tape.Pick(scores, tape.OneHot(targets, classes)), new Shape(targets.Length, 1));
        Tensor<T> sums = RowSums(tape, tape.Subtract(scores, own), (i, difference) =>
        {
            (int row, int k) = int.DivRem(i, classes);
            return (isWorst ? k != rivals[row] : k == targets[row])
                ? Jet<Scalar<double>>.Constant(0)
                : loss.Value(Jet<Scalar<double>>.Variable(new Scalar<double>(difference)));
        });
        return isWorst ? sums : tape.Scale(sums, 1.0 / classes);
    }

    /// <summary>Σₖ f(dₖ) over the boundaries between ordered classes of each row, [n].</summary>
    public static Tensor<T> OfOrder<TLoss, T>(TLoss loss, Tape<T> tape, Tensor<T> scores, int[] targets)
        where TLoss : struct, IOrdinalLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int classes = scores.Shape[1];
        Tensor<T> below = BatchSteps.Choice(tape, new Shape(classes, classes), (i, j) => i <= j);
        Tensor<T> reached = BatchSteps.Choice(tape, scores.Shape, (row, k) => targets[row] <= k);
        Tensor<T> differences = tape.Subtract(tape.MatMul(tape.Softmax(scores), below), reached);
        return RowSums(tape, differences, (i, difference) => i % classes == classes - 1
            ? Jet<Scalar<double>>.Constant(0)
            : loss.Value(Jet<Scalar<double>>.Variable(new Scalar<double>(difference))));
    }

    /// <summary>The first of the largest of the other classes; −1 where there is none.</summary>
    private static int[] Rivals<T>(Tensor<T> scores, int[] targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] rivals = new int[targets.Length];
        for (int row = 0; row < rivals.Length; row++)
        {
            ReadOnlySpan<T> own = scores.Values.Slice(row * scores.Shape[1], scores.Shape[1]);
            rivals[row] = -1;
            for (int k = 0; k < own.Length; k++)
            {
                bool isLarger = k != targets[row] && (rivals[row] < 0 || own[k] > own[rivals[row]]);
                rivals[row] = isLarger ? k : rivals[row];
            }
        }

        return rivals;
    }

    private static Tensor<T> RowSums<T>(
        Tape<T> tape, Tensor<T> numbers, Func<int, double, Jet<Scalar<double>>> function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> values = tape.Rent(numbers.Shape), slopes = tape.Rent(numbers.Shape),
            curvatures = tape.Rent(numbers.Shape);
        for (int i = 0; i < values.Values.Length; i++)
        {
            Jet<Scalar<double>> jet = function(i, double.CreateTruncating(numbers.Values[i]));
            values.Values[i] = T.CreateTruncating(jet.Value.Number);
            slopes.Values[i] = T.CreateTruncating(jet.Slope.Number);
            curvatures.Values[i] = T.CreateTruncating(jet.Curvature.Number);
        }

        return tape.Sum(tape.Jet(numbers, values, slopes, curvatures), [-1]);
    }
}
