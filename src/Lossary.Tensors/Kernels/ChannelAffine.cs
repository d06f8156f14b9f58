using System.Numerics;

namespace Lossary.Tensors;

/// <summary>What a normalisation multiplies and adds for each channel, and what it adds to the variance.</summary>
/// <param name="scale">Shape <c>[channels]</c>; null for ones.</param>
/// <param name="shift">Shape <c>[channels]</c>; null for zeros.</param>
/// <param name="epsilon">Keeps the root away from 0.</param>
internal readonly ref struct ChannelAffine<T>(Tensor<T>? scale, Tensor<T>? shift, double epsilon)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> _scale = scale is null ? default : scale.Values;
    private readonly ReadOnlySpan<T> _shift = shift is null ? default : shift.Values;

    public T Scale(int channel) => _scale.IsEmpty ? T.One : _scale[channel];

    public T Shift(int channel) => _shift.IsEmpty ? T.Zero : _shift[channel];

    /// <summary>1/√(variance + ε).</summary>
    public T Inverse(T variance) => T.CreateTruncating(1 / Math.Sqrt(double.CreateTruncating(variance) + epsilon));
}
