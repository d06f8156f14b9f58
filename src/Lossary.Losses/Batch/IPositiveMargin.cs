using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>How a softmax over cosines makes the target's own cosine harder to be the largest.</summary>
internal interface IPositiveMargin
{
    /// <summary>What stands for the target's cosine, and its derivative.</summary>
    double Shift(double cosine, out double slope);

    /// <summary>The same on a tape, for second derivatives; null where there is no such form.</summary>
    Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> cosine)
        where T : unmanaged, IFloatingPointIeee754<T>;
}

/// <summary>Not at all.</summary>
internal readonly struct NoMargin : IPositiveMargin
{
    public double Shift(double cosine, out double slope)
    {
        slope = 1;
        return cosine;
    }

    public Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> cosine)
        where T : unmanaged, IFloatingPointIeee754<T> => cosine;
}

/// <summary>cos θ − m.</summary>
internal readonly struct CosineMargin(double margin) : IPositiveMargin
{
    public double Shift(double cosine, out double slope)
    {
        slope = 1;
        return cosine - margin;
    }

    public Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> cosine)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Shift(cosine, -margin);
}

/// <summary>cos(θ + m); with monotony, cos θ − m sin m where θ + m is beyond π.</summary>
internal readonly struct AngleMargin(double margin, bool isMonotone) : IPositiveMargin
{
    /// <summary>Nearer to ±1 the slope of the angle would be taken for infinite.</summary>
    internal const double LargestCosine = 1 - 1e-7;

    public double Shift(double cosine, out double slope)
    {
        if (isMonotone && cosine < -Math.Cos(margin))
        {
            slope = 1;
            return cosine - (margin * Math.Sin(margin));
        }

        double clamped = double.Clamp(cosine, -LargestCosine, LargestCosine);
        double sine = Math.Sqrt((1 - clamped) * (1 + clamped));
        slope = Math.Cos(margin) + (clamped / sine * Math.Sin(margin));
        return (cosine * Math.Cos(margin)) - (Math.Sqrt(double.Max(0, (1 - cosine) * (1 + cosine))) * Math.Sin(margin));
    }

    public Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> cosine)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Formula(new AddedAngle(margin, isMonotone), cosine);
}

/// <summary>(−1)ᵏ cos(mθ) − 2k for mθ in [kπ, (k + 1)π]: cos(mθ), made to fall all the way.</summary>
internal readonly struct MultipliedAngle(double factor) : IPositiveMargin
{
    public double Shift(double cosine, out double slope)
    {
        double clamped = double.Clamp(cosine, -AngleMargin.LargestCosine, AngleMargin.LargestCosine);
        double angle = Math.Acos(double.Clamp(cosine, -1, 1)), multiple = factor * angle;
        double turns = Math.Floor(multiple / Math.PI), sign = turns % 2 == 0 ? 1 : -1;
        double sine = Math.Sqrt((1 - clamped) * (1 + clamped));
        slope = sign * factor * Math.Sin(factor * Math.Acos(clamped)) / sine;
        return (sign * Math.Cos(multiple)) - (2 * turns);
    }

    public Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> cosine)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> values = tape.Rent(cosine.Shape), slopes = tape.Rent(cosine.Shape), bends = tape.Rent(cosine.Shape);
        for (int i = 0; i < values.Values.Length; i++)
        {
            double x = double.CreateTruncating(cosine.Values[i]);
            values.Values[i] = T.CreateTruncating(Shift(x, out double slope));
            slopes.Values[i] = T.CreateTruncating(slope);
            bends.Values[i] = T.CreateTruncating(Bend(x, slope));
        }

        return tape.Jet(cosine, values, slopes, bends);
    }

    /// <summary>The second derivative, (c ψ′ − m² (±cos mθ)) / (1 − c²), from the first.</summary>
    private double Bend(double cosine, double slope)
    {
        double clamped = double.Clamp(cosine, -AngleMargin.LargestCosine, AngleMargin.LargestCosine);
        double multiple = factor * Math.Acos(clamped), sign = Math.Floor(multiple / Math.PI) % 2 == 0 ? 1 : -1;
        double square = (1 - clamped) * (1 + clamped);
        return ((clamped * slope) - (factor * factor * sign * Math.Cos(multiple))) / square;
    }
}
