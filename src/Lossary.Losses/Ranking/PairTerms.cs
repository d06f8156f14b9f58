using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>ln(1 + e^(−σ margin)).</summary>
internal readonly struct LogisticPair(double sigma) : IPairTerm
{
    /// <inheritdoc/>
    public double Value(double margin, double gap, out double slope)
    {
        slope = -sigma * RealFunctions.Sigmoid(-sigma * margin);
        return RealFunctions.Softplus(-sigma * margin);
    }
}

/// <summary>max(0, m − margin).</summary>
internal readonly struct HingePair(double width) : IPairTerm
{
    /// <inheritdoc/>
    public double Value(double margin, double gap, out double slope)
    {
        double lack = width - margin;
        slope = lack > 0 ? -1 : 0;
        return lack > 0 || double.IsNaN(lack) ? lack : 0;
    }
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
}
