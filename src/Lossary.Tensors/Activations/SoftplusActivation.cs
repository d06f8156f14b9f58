using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

public abstract partial class Activation
{
    /// <summary>ln(1 + e^(βx)) / β, a smooth ReLU; x itself where βx lies above the threshold, as in PyTorch.</summary>
    /// <param name="beta">β, how sharp the bend is; positive.</param>
    /// <param name="threshold">Where the line begins; finite.</param>
    public static Activation Softplus(double beta = 1, double threshold = 20) => new Activation<SoftplusActivation>(
        ActivationText.Of("softplus", ("beta", beta), ("threshold", threshold)),
        new(RequirePositive(beta), RequireFinite(threshold)), values => Softplus(values[0], values[1]));
}

/// <summary>ln(1 + e^(βx)) / β, or x where βx lies above the threshold.</summary>
internal readonly struct SoftplusActivation(double beta, double threshold) : IActivation<SoftplusActivation>
{
    private readonly Parameter _beta = new("\\beta", beta);
    private readonly Parameter _inverse = new("1/\\beta", 1 / beta);
    private readonly Parameter _threshold = new("t", threshold);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        TLane scaled = _beta * x;
        return TLane.WhereLess(_threshold, scaled, x, _inverse * TLane.Softplus(scaled));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Slope<TLane>(SoftplusActivation activation, TLane x) where TLane : struct, ILane<TLane>
    {
        TLane scaled = activation._beta * x;
        return TLane.WhereLess(activation._threshold, scaled, 1, TLane.Sigmoid(scaled));
    }
}
