namespace Lossary.Numerics;

/// <summary>
/// A lane of real numbers: the few operations that the elementary functions are made of.
/// All of them round alike in every lane, which is why <see cref="Scalar{T}"/> and the SIMD lanes agree bit for bit.
/// </summary>
public interface IRealLane<TSelf> : ILane<TSelf>
    where TSelf : struct, IRealLane<TSelf>
{
    /// <summary>True for float, false for double; a constant for the JIT.</summary>
    static abstract bool IsSingle { get; }

    /// <summary>x · y + z, rounded once.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf x, TSelf y, TSelf z);

    /// <summary>x · y + constant, rounded once.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf x, TSelf y, double constant);

    /// <summary>x · 2ⁿ for integer n, rounded once, also into the subnormals and to infinity.</summary>
    static abstract TSelf ScaleByPowerOfTwo(TSelf x, TSelf n);

    /// <summary>x = m · 2ⁿ with m in [√½, √2), for positive, normal x; returns m.</summary>
    static abstract TSelf SplitExponent(TSelf x, out TSelf n);
}
