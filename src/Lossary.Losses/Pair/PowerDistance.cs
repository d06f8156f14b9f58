using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The p-norm of the difference, (Σ|x − y + ε|ᵖ)^(1/p): Euclidean for p = 2, city block for p = 1.</summary>
/// <param name="power">p, 1 and above.</param>
/// <param name="epsilon">
/// ε, added to each difference, as PyTorch does with 1e-6; with 0 equal vectors are 0 apart and pull nowhere.
/// </param>
public readonly struct PowerDistance(double power = 2, double epsilon = 0) : IPairDistance
{
    private readonly double _power = power;
    private readonly double _epsilon = epsilon;

    /// <inheritdoc/>
    public Tensor<T> Between<T>(Tape<T> tape, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> => _power switch
        {
            2 => tape.RowMeasure(new EuclideanRows(_epsilon), left, right),
            1 => tape.RowMeasure(new ManhattanRows(_epsilon), left, right),
            _ => tape.RowMeasure(new PowerRows(_power, _epsilon), left, right),
        };

    /// <summary>The distances of anchors from positives and from negatives, in one operation.</summary>
    internal (Tensor<T> Near, Tensor<T> Far) OfTriplets<T>(
        Tape<T> tape, Tensor<T> anchor, Tensor<T> positive, Tensor<T> negative)
        where T : unmanaged, IFloatingPointIeee754<T> => _power switch
        {
            2 => tape.TripletMeasure(new EuclideanRows(_epsilon), anchor, positive, negative),
            1 => tape.TripletMeasure(new ManhattanRows(_epsilon), anchor, positive, negative),
            _ => tape.TripletMeasure(new PowerRows(_power, _epsilon), anchor, positive, negative),
        };
}
