using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Focal terms that play easy background down and leave the foreground whole, a mean for each image, <c>[n]</c>.
/// </summary>
internal static class AsymmetricFocal
{
    /// <summary>What is added to both sides of a ratio, in pixels.</summary>
    private const double Smooth = 1e-7;

    /// <summary>The logits and the targets; class 0 is the background.</summary>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new(
            "prediction", "z", InputKind.Real, "n, k, …",
            "the logit of each image, class and pixel; class 0 is the background")
        {
            IsDifferentiable = true,
        },
        new("target", "t", InputKind.Probability, "n, k, …", "1 where the pixel is of the class, 0 where not"),
        RegionInputs.Counts,
    ];

    /// <summary>Cross entropy of the pixels, that of the background times (1 − p)^γ.</summary>
    public static Tensor<T> Entropy<T>(Tape<T> tape, LossInputs<T> inputs, double delta, double gamma)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = new(inputs.Extent("n"), inputs.Extent("k"), RegionInputs.PixelsOf(inputs));
        Tensor<T> logits = RegionInputs.Counted(tape, inputs, tape.Reshape(inputs["prediction"], shape));
        Tensor<T> logShares = tape.LogSoftmax(logits, 1);
        Tensor<T> target = RegionInputs.Counted(tape, inputs, tape.Reshape(inputs["target"], shape));
        Tensor<T> Part(int start, int count, double power) => tape.Sum(
            tape.Formula(
                new RegionMeans.ShareEntropy(power),
                tape.Slice(logShares, 1, start, count),
                tape.Slice(target, 1, start, count)),
            [1, 2]);
        Tensor<T> background = tape.Scale(Part(0, 1, gamma), 1 - delta);
        Tensor<T> foreground = tape.Scale(Part(1, shape[1] - 1, 0), delta);
        Tensor<T> sums = tape.Add(background, foreground);
        Shape rows = new(shape[0], 1);
        Tensor<T> counted = RegionFormulas.PixelCounts(tape, inputs, new RegionOptions(Softmax: true), rows);
        return tape.Formula(default(RatioOrZero), sums, tape.Reshape(counted, sums.Shape));
    }

    /// <summary>1 − the Tversky index of each class, that of the foreground to the power 1 − γ.</summary>
    public static Tensor<T> Tversky<T>(Tape<T> tape, LossInputs<T> inputs, double delta, double gamma)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Overlap<T> overlap = OverlapOperation.Compute(tape, inputs, new RegionOptions(Softmax: true), isSquared: false);
        TverskyOfCounts formula = new(1 - delta, delta, Smooth);
        Tensor<T> values = tape.Formula(formula, overlap.TruePositives, overlap.FalsePositives, overlap.FalseNegatives);
        Tensor<T> foreground = tape.Slice(values, 1, 1, values.Shape[1] - 1);
        Tensor<T> raised = tape.Formula(new Raised(1 - gamma), foreground);
        return tape.Mean(tape.Concatenate(1, tape.Slice(values, 1, 0, 1), raised), [1]);
    }

    private readonly struct Raised(double power) : ISampleFormula
    {
        private readonly Parameter _power = new(@"1 - \gamma", power);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            RegionFormulas.PowerOf(x[0], _power);
    }
}
