using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>
/// A running sum that keeps the digits each addition rounds away, about twice as precise as a double.
/// </summary>
/// <remarks>
/// For parts that were summed elsewhere, such as blocks and batches: added in the same order, they give the same bits.
/// Reference: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974)
/// 39–51, doi:10.1002/zamm.19740540106. The default value is an empty sum.
/// </remarks>
public struct CompensatedSum
{
    private double _sum;
    private double _lost;

    /// <summary>The sum so far, rounded once.</summary>
    public readonly double Total
    {
        get
        {
            // Past infinity the lost digits are NaN and mean nothing.
            return double.IsFinite(_sum) ? _sum + _lost : _sum;
        }
    }

    /// <summary>Adds a number.</summary>
    /// <param name="number">Any number; infinity and NaN carry through.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double number)
    {
        double sum = _sum + number;
        double part = sum - _sum;
        _lost += (_sum - (sum - part)) + (number - part);
        _sum = sum;
    }

    /// <summary>Adds another sum, with the digits it kept.</summary>
    /// <param name="other">A sum over other numbers.</param>
    public void Add(in CompensatedSum other)
    {
        Add(other._sum);
        _lost += other._lost;
    }

    /// <summary>Adds digits that an addition elsewhere rounded away.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AddLost(double digits) => _lost += digits;
}
