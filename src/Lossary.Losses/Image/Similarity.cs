using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Means, variances and the covariance of two images around each pixel.</summary>
internal sealed class Similarity<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Tensor<T> _mean;
    private readonly Tensor<T> _targetMean;
    private readonly double _range;

    private Similarity(Tape<T> tape, Tensor<T> prediction, Tensor<T> target, double[] window, double range)
    {
        _range = range;
        _mean = Filter(tape, prediction, window);
        _targetMean = Filter(tape, target, window);
        Spread = tape.Subtract(Filter(tape, tape.Square(prediction), window), tape.Square(_mean));
        TargetSpread = tape.Subtract(Filter(tape, tape.Square(target), window), tape.Square(_targetMean));
        Tensor<T> products = Filter(tape, tape.Multiply(prediction, target), window);
        Covariance = tape.Subtract(products, tape.Multiply(_mean, _targetMean));
    }

    /// <summary>The prediction's variance in each window, <c>[n, h′, w′, c]</c>.</summary>
    public Tensor<T> Spread { get; }

    /// <summary>The target's variance in each window.</summary>
    public Tensor<T> TargetSpread { get; }

    /// <summary>The covariance of the two in each window.</summary>
    public Tensor<T> Covariance { get; }

    /// <summary>Looks at two images through a window that keeps within them.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="prediction">Shape <c>[n, h, w, c]</c>.</param>
    /// <param name="target">The same shape.</param>
    /// <param name="window">The window is this row's product with itself.</param>
    /// <param name="range">The largest value of a pixel less the smallest.</param>
    /// <exception cref="ArgumentException">The image is smaller than the window.</exception>
    public static Similarity<T> Of(
        Tape<T> tape, Tensor<T> prediction, Tensor<T> target, double[] window, double range) =>
        prediction.Shape[1] < window.Length || prediction.Shape[2] < window.Length
            ? throw new ArgumentException(
                $"prediction has the shape {prediction.Shape}; its height and width must be {window.Length}, the "
                + $"window, or more.",
                nameof(prediction))
            : new(tape, prediction, target, window, range);

    /// <summary>Light, contrast and structure together.</summary>
    public Tensor<T> Whole(Tape<T> tape)
    {
        Tensor<T> light = tape.Formula(
            new Ratio(0.01 * _range), tape.Multiply(_mean, _targetMean), tape.Square(_mean), tape.Square(_targetMean));
        return tape.Multiply(light, Structure(tape));
    }

    /// <summary>Contrast and structure.</summary>
    public Tensor<T> Structure(Tape<T> tape) =>
        tape.Formula(new Ratio(0.03 * _range), Covariance, Spread, TargetSpread);

    private static Tensor<T> Filter(Tape<T> tape, Tensor<T> image, double[] window)
    {
        int channels = image.Shape[3], width = window.Length;
        Tensor<T> column = tape.Rent(new Shape(width, 1, 1, channels)),
            row = tape.Rent(new Shape(1, width, 1, channels));
        for (int i = 0; i < width * channels; i++)
        {
            column.Values[i] = T.CreateTruncating(window[i / channels]);
        }

        column.Values.CopyTo(row.Values);
        Tensor<T> down = tape.Convolve(image, column, null, new Window(width, 1), channels);
        return tape.Convolve(down, row, null, new Window(1, width), channels);
    }

    /// <summary>(2a + c) / (b + d + c) with c = k².</summary>
    private readonly struct Ratio(double k) : ISampleFormula
    {
        private readonly double _constant = k * k;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            ((2 * x[0]) + _constant) / (x[1] + x[2] + _constant);
    }
}
