using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The Lovász extension of the Jaccard loss: errors by size, each times what it adds to 1 − intersection over union.
/// </summary>
/// <remarks>
/// Columns: the error of each pixel, of which the negative ones cost nothing, and 1 where the pixel is of the class.
/// </remarks>
/// <param name="skipsAbsent">Whether a group without a pixel of the class weighs nothing.</param>
internal readonly struct LovaszExtension(bool skipsAbsent) : IGroupFormula
{
    private const int Errors = 0, Foreground = 1;

    /// <inheritdoc/>
    public double Value(GroupRows rows, Span<double> gradient, out double weight)
    {
        ReadOnlySpan<double> errors = rows[Errors], foreground = rows[Foreground];
        double size = 0;
        foreach (double flag in foreground)
        {
            size += flag;
        }

        weight = skipsAbsent && size == 0 ? 0 : 1;
        double value = 0, before = 0, found = 0;
        ReadOnlySpan<int> order = rows.Descending(errors, 0);
        for (int place = 0; place < order.Length; place++)
        {
            int pixel = order[place];
            found += foreground[pixel];

            // What is left of the class, over all that is of the class or among the errors so far.
            double jaccard = 1 - ((size - found) / (size + (place + 1 - found)));
            double step = jaccard - before;
            before = jaccard;
            double error = errors[pixel];
            value += error > 0 || double.IsNaN(error) ? error * step : 0;
            gradient[pixel] = error > 0 ? step : 0;
        }

        return value;
    }

    /// <inheritdoc/>
    public Tensor<T> Compose<T>(GroupTensors<T> group) where T : unmanaged, IFloatingPointIeee754<T> =>
        group.Tape.Sum(group.Tape.Multiply(group.Slopes, group.First));
}
