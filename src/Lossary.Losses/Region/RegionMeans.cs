using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Means for each image that losses of overlap and of pixels are mixed from, <c>[n]</c>; <c>[1]</c> for a whole
/// batch.
/// </summary>
internal static class RegionMeans
{
    /// <summary>
    /// The least probability that a logarithm is taken of, as of probabilities 0 and 1 there is none.
    /// </summary>
    private const double Least = 1e-37;

    /// <summary>The Dice loss, averaged over the classes.</summary>
    public static Tensor<T> Dice<T>(Tape<T> tape, LossInputs<T> inputs, RegionOptions options, double smooth)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        OfClasses(tape, RegionInputs.Terms(tape, inputs, options, new DiceOfCounts(smooth), isPart: true));

    /// <summary>The weighted mean over the classes of each row.</summary>
    public static Tensor<T> OfClasses<T>(Tape<T> tape, LossTerms<T> terms)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (terms.Weights is not { } weights)
        {
            return tape.Mean(terms.Values, [1]);
        }

        Tensor<T> sums = tape.Sum(tape.Multiply(terms.Values, weights), [1]);
        return tape.Formula(default(RatioOrZero), sums, tape.Sum(weights, [1]));
    }

    /// <summary>
    /// The cross entropy of the pixels that count: summed over the classes of a softmax, else averaged over the
    /// classes.
    /// </summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="inputs">Predictions, targets, and which pixels count.</param>
    /// <param name="options">What the predictions are.</param>
    /// <param name="gamma">The power of 1 − p that makes it a focal loss; 0 for none.</param>
    /// <param name="positive">What a positive pixel counts, where each class is binary.</param>
    /// <param name="negative">What a negative pixel counts, where each class is binary.</param>
    /// <param name="power">The power of each pixel's cross entropy; 1 for itself.</param>
    public static Tensor<T> Entropy<T>(
        Tape<T> tape,
        LossInputs<T> inputs,
        RegionOptions options,
        double gamma = 0,
        double positive = 1,
        double negative = 1,
        double power = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = new(inputs.Extent("n"), inputs.Extent("k"), RegionInputs.PixelsOf(inputs));
        Tensor<T> prediction = RegionInputs.Counted(tape, inputs, tape.Reshape(inputs["prediction"], shape)),
            target = tape.Reshape(inputs["target"], shape);
        PixelEntropy entropy = new(options.FromProbabilities, gamma, positive, negative);
        Tensor<T> pixels = options.Softmax
            ? tape.Formula(new ShareEntropy(gamma), tape.LogSoftmax(prediction, 1), target)
            : tape.Formula(entropy, prediction, target);
        pixels = options.Softmax ? tape.Sum(pixels, [1], keepDimensions: true) : pixels;
        pixels = power == 1 ? pixels : tape.Formula(new PowerOfEntropy(power), pixels);
        if (inputs.Find("counts") is { } counts)
        {
            Tensor<T> flags = tape.Reshape(counts, new Shape(shape[0], 1, shape[2]));
            pixels = tape.Multiply(pixels, tape.BroadcastTo(flags, pixels.Shape));
        }

        Tensor<T> sums = tape.Sum(tape.Mean(pixels, [1]), [1]);
        sums = options.PerBatch ? tape.Sum(sums) : sums;
        Shape rows = new(sums.Shape.Length, 1);
        Tensor<T> counted = tape.Reshape(RegionFormulas.PixelCounts(tape, inputs, options, rows), sums.Shape);
        return tape.Formula(default(RatioOrZero), sums, counted);
    }

    /// <summary>−(a t (1 − p)^γ ln p + b (1 − t) p^γ ln(1 − p)), of a logit or of a probability.</summary>
    private readonly struct PixelEntropy(bool fromProbability, double gamma, double positive, double negative)
        : ISampleFormula
    {
        private readonly Parameter _gamma = new(@"\gamma", gamma);
        private readonly Parameter _positive = new("a", positive);
        private readonly Parameter _negative = new("b", negative);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane isTrue = fromProbability ? -TLane.Log(TLane.AtLeast(x[0], Least)) : TLane.Softplus(-x[0]);
            TLane isFalse = fromProbability ? -TLane.Log(TLane.AtLeast(1 - x[0], Least)) : TLane.Softplus(x[0]);
            return (_positive * (x[1] * isTrue * TLane.Exp(-(_gamma * isFalse))))
                + (_negative * ((1 - x[1]) * isFalse * TLane.Exp(-(_gamma * isTrue))));
        }
    }

    /// <summary>−t (1 − p)^γ ln p, of ln p.</summary>
    internal readonly struct ShareEntropy(double gamma) : ISampleFormula
    {
        private readonly Parameter _gamma = new(@"\gamma", gamma);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane entropy = -(x[1] * x[0]);
            return _gamma.Value == 0 ? entropy : entropy * TLane.Pow(TLane.AtLeast(-TLane.ExpM1(x[0]), Least), _gamma);
        }
    }

    /// <summary>H^γ.</summary>
    private readonly struct PowerOfEntropy(double power) : ISampleFormula
    {
        private readonly Parameter _power = new(@"\gamma", power);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x)
            where TLane : struct, ILane<TLane> => RegionFormulas.PowerOf(x[0], _power);
    }
}
