using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace Lossary.Losses;

/// <summary>Room for the outputs of one term of a sum, and for what the terms so far add up to.</summary>
/// <remarks>
/// A gradient may be written over the predictions, so nothing is written before the last term was evaluated.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
internal ref struct WeightedParts<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _part;
    private readonly T[] _sum;
    private readonly int _values;
    private readonly int _gradient;
    private readonly int _length;
    private double _total;
    private double _denominator;

    /// <summary>Rents memory for outputs of these lengths.</summary>
    public WeightedParts(int values, int gradient, int curvature)
    {
        _values = values;
        _gradient = gradient;
        _length = values + gradient + curvature;
        _part = ArrayPool<T>.Shared.Rent(_length);
        _sum = ArrayPool<T>.Shared.Rent(_length);
        _sum.AsSpan(0, _length).Clear();
    }

    /// <summary>Where a term writes its values.</summary>
    public readonly Span<T> Values => _part.AsSpan(0, _values);

    /// <summary>Where a term writes its gradient.</summary>
    public readonly Span<T> Gradient => _part.AsSpan(_values, _gradient);

    /// <summary>Where a term writes its curvature.</summary>
    public readonly Span<T> Curvature => _part.AsSpan(_values + _gradient, _length - _values - _gradient);

    /// <summary>Adds what a term wrote.</summary>
    public void Add(double weight, Totals totals)
    {
        Span<T> sum = _sum.AsSpan(0, _length);
        TensorPrimitives.MultiplyAdd(_part.AsSpan(0, _length), T.CreateTruncating(weight), sum, sum);
        _total += weight * totals.Sum;
        _denominator = totals.Denominator;
    }

    /// <summary>Writes the outputs; every term has the same denominator.</summary>
    public readonly Totals Write(Span<T> values, Span<T> gradient, Span<T> curvature)
    {
        _sum.AsSpan(0, _values).CopyTo(values);
        _sum.AsSpan(_values, _gradient).CopyTo(gradient);
        _sum.AsSpan(_values + _gradient, curvature.Length).CopyTo(curvature);
        return new(_total, _denominator);
    }

    /// <summary>Gives the memory back.</summary>
    public readonly void Return()
    {
        ArrayPool<T>.Shared.Return(_part);
        ArrayPool<T>.Shared.Return(_sum);
    }
}
