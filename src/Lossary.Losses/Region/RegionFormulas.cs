using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Pieces that losses of overlap share.</summary>
internal static class RegionFormulas
{
    /// <summary>Below it a power runs straight to 0.</summary>
    private const double Straight = 1e-7;

    /// <summary>x^γ for x ≥ 0, with a slope that stays finite at 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane PowerOf<TLane>(TLane x, Parameter power) where TLane : struct, ILane<TLane>
    {
        TLane raised = TLane.Pow(TLane.AtLeast(x, Straight), power);
        return TLane.WhereLess(x, Straight, x * (1 / Straight) * TLane.Pow(Straight, power), raised);
    }

    /// <summary>a / b, and 0 where b is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Ratio<TLane>(TLane a, TLane b) where TLane : struct, ILane<TLane> =>
        TLane.WhereLess(0, b, a / b, 0 * a);

    /// <summary>1/(Σ t)^ρ for each class; a class that is absent gets the largest of its image, or 0.</summary>
    public static Tensor<T> InverseSizes<T>(Tape<T> tape, Overlap<T> overlap, double power, bool skipsAbsent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> weights = tape.Rent(overlap.TruePositives.Shape);
        T exponent = T.CreateTruncating(power);
        int classes = weights.Shape[1];
        for (int row = 0; row < weights.Shape[0]; row++)
        {
            Span<T> own = weights.Values.Slice(row * classes, classes);
            T largest = T.Zero;
            for (int k = 0; k < classes; k++)
            {
                T size = overlap.Size((row * classes) + k);
                own[k] = size > T.Zero ? T.One / T.Pow(size, exponent) : T.Zero;
                largest = T.Max(largest, own[k]);
            }

            largest = largest == T.Zero ? T.One : largest;
            for (int k = 0; k < classes && !skipsAbsent; k++)
            {
                own[k] = own[k] == T.Zero ? largest : own[k];
            }
        }

        return weights;
    }

    /// <summary>How many pixels count, for each image and class, or for each class of the batch.</summary>
    public static Tensor<T> PixelCounts<T>(Tape<T> tape, LossInputs<T> inputs, RegionOptions options, Shape shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> counts = tape.Rent(shape);
        int pixels = RegionInputs.PixelsOf(inputs), images = inputs.Extent("n"), classes = shape[1];
        for (int row = 0; row < shape[0]; row++)
        {
            int first = options.PerBatch ? 0 : row * pixels, length = options.PerBatch ? images * pixels : pixels;
            int counted = inputs.Find("counts") is { } flags
                ? flags.Values.Slice(first, length).Count(T.One)
                : length;
            counts.Values.Slice(row * classes, classes).Fill(T.CreateTruncating(counted));
        }

        return counts;
    }
}

/// <summary>(FP + FN) / (2 TP + FP + FN + s).</summary>
internal readonly struct DiceOfCounts(double smooth) : ISampleFormula
{
    private readonly Parameter _smooth = new("s", smooth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane wrong = x[1] + x[2];
        return RegionFormulas.Ratio(wrong, (2 * x[0]) + wrong + _smooth);
    }
}

/// <summary>(α FP + β FN) / (TP + α FP + β FN + s).</summary>
internal readonly struct TverskyOfCounts(double falsePositiveWeight, double falseNegativeWeight, double smooth)
    : ISampleFormula
{
    private readonly Parameter _falsePositiveWeight = new(@"\alpha", falsePositiveWeight);
    private readonly Parameter _falseNegativeWeight = new(@"\beta", falseNegativeWeight);
    private readonly Parameter _smooth = new("s", smooth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane wrong = (_falsePositiveWeight * x[1]) + (_falseNegativeWeight * x[2]);
        return RegionFormulas.Ratio(wrong, x[0] + wrong + _smooth);
    }
}

/// <summary>a / b, and 0 where b is.</summary>
internal readonly struct RatioOrZero : ISampleFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x)
        where TLane : struct, ILane<TLane> => RegionFormulas.Ratio(x[0], x[1]);
}
