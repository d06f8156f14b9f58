using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>ln(1 + e^(−σ margin)).</summary>
internal readonly struct LogisticPair(double sigma) : IPairTerm
{
    private readonly double _sigma = sigma;

    /// <inheritdoc/>
    public double Value(double margin, double gap, out double slope)
    {
        slope = -_sigma * RealFunctions.Sigmoid(-_sigma * margin);
        return RealFunctions.Softplus(-_sigma * margin);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        TLane.Softplus(-_sigma * x[0]);
}

/// <summary>max(0, m − margin).</summary>
internal readonly struct HingePair(double width) : IPairTerm
{
    private readonly double _width = width;

    /// <inheritdoc/>
    public double Value(double margin, double gap, out double slope)
    {
        double lack = _width - margin;
        slope = lack > 0 ? -1 : 0;
        return lack > 0 || double.IsNaN(lack) ? lack : 0;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        TLane.AtLeast(_width - x[0], 0);
}

/// <summary>(gap − margin)²: the difference of scores is to be that of relevances.</summary>
internal readonly struct SquaredPair : IPairTerm
{
    /// <inheritdoc/>
    public double Value(double margin, double gap, out double slope)
    {
        double residual = margin - gap;
        slope = 2 * residual;
        return residual * residual;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane residual = x[0] - x[1];
        return residual * residual;
    }
}
