using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Losses of all pairs of a positive and a negative that follow from means and variances alone: linear in time.
/// </summary>
/// <remarks>
/// The mean of (m − (p − q))² over all pairs is Var p + Var q + (m − (mean p − mean q))². Cut off at 0, the last part
/// is that of the min-max loss.
/// </remarks>
/// <param name="margin">By how much a positive is to be above a negative.</param>
/// <param name="isCut">Whether means further apart than the margin cost nothing.</param>
internal readonly struct AreaFormula(double margin, bool isCut) : IGroupFormula
{
    private const int Scores = 0, Labels = 1;

    /// <inheritdoc/>
    public double Value(GroupRows rows, Span<double> gradient, out double weight)
    {
        ReadOnlySpan<double> scores = rows[Scores], labels = rows[Labels];
        Span<double> counts = stackalloc double[2], means = stackalloc double[2];
        for (int i = 0; i < scores.Length; i++)
        {
            int side = labels[i] == 1 ? 1 : 0;
            counts[side]++;
            means[side] += scores[i];
        }

        weight = counts[0] > 0 && counts[1] > 0 ? 1 : 0;
        if (weight == 0)
        {
            return 0;
        }

        means[0] /= counts[0];
        means[1] /= counts[1];
        double lack = margin - (means[1] - means[0]);
        lack = isCut && lack < 0 ? 0 : lack;
        double value = lack * lack;
        for (int i = 0; i < scores.Length; i++)
        {
            int side = labels[i] == 1 ? 1 : 0;
            double deviation = scores[i] - means[side];
            value += deviation * deviation / counts[side];
            gradient[i] = 2 * (deviation + (side == 1 ? -lack : lack)) / counts[side];
        }

        return value;
    }

    /// <inheritdoc/>
    public Tensor<T> Compose<T>(GroupTensors<T> group) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<double> labels = group.Rows[Labels];
        Span<double> positives = group.Rows.Free(0), negatives = group.Rows.Free(1), shares = group.Rows.Free(2);
        double count = 0;
        foreach (double label in labels)
        {
            count += label == 1 ? 1 : 0;
        }

        for (int i = 0; i < labels.Length; i++)
        {
            positives[i] = labels[i] == 1 ? 1 : 0;
            negatives[i] = 1 - positives[i];
            shares[i] = 1 / (labels[i] == 1 ? count : labels.Length - count);
        }

        Tape<T> tape = group.Tape;
        Tensor<T> own = group.Constant(positives), other = group.Constant(negatives);
        Tensor<T> high = tape.Scale(group.Dot(positives, group.First), 1 / count);
        Tensor<T> low = tape.Scale(group.Dot(negatives, group.First), 1 / (labels.Length - count));
        Tensor<T> means = tape.Add(tape.Multiply(own, high), tape.Multiply(other, low));
        Tensor<T> spread = group.Dot(shares, tape.Square(tape.Subtract(group.First, means)));
        Tensor<T> lack = tape.Shift(tape.Subtract(low, high), margin);
        return tape.Add(spread, tape.Square(isCut ? tape.Relu(lack) : lack));
    }
}
