using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>
/// Brings the last axes of each sample to mean 0 and variance 1, then scales and shifts what stands at each place.
/// </summary>
/// <remarks>J. L. Ba et al., "Layer Normalization", arXiv:1607.06450. The same in training and inference.</remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class LayerNorm<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Shape _last;
    private readonly double _epsilon;
    private readonly NetworkParameter<T>? _scale;
    private readonly NetworkParameter<T>? _shift;

    /// <summary>Makes a layer that normalises over the last axis.</summary>
    /// <param name="width">Its extent; positive.</param>
    /// <param name="epsilon">Keeps the root of the variance away from 0; not negative.</param>
    /// <param name="isAffine">False to leave out scale and shift.</param>
    public LayerNorm(int width, double epsilon = 1e-5, bool isAffine = true)
        : this(new Shape(width), epsilon, isAffine)
    {
    }

    /// <summary>Makes a layer that normalises over several axes at once.</summary>
    /// <param name="last">The shape of the last axes.</param>
    /// <param name="epsilon">Keeps the root of the variance away from 0; not negative.</param>
    /// <param name="isAffine">False to leave out scale and shift.</param>
    /// <exception cref="ArgumentException">The shape holds nothing.</exception>
    public LayerNorm(Shape last, double epsilon = 1e-5, bool isAffine = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        if (last.Length == 0)
        {
            throw new ArgumentException(
                $"A layer norm goes over at least one number; {last} holds none.", nameof(last));
        }

        _last = last;
        _epsilon = epsilon;
        _scale = isAffine ? new NetworkParameter<T>("scale", last, isPenalized: false) : null;
        _shift = isAffine ? new NetworkParameter<T>("shift", last, isPenalized: false) : null;
        Parameters = isAffine ? [_scale!, _shift!] : [];
    }

    /// <inheritdoc/>
    public override string Name => "layer norm";

    /// <inheritdoc/>
    public override IReadOnlyList<NetworkParameter<T>> Parameters { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        bool fits = input.Rank >= _last.Rank;
        for (int axis = 1; fits && axis <= _last.Rank; axis++)
        {
            fits = input[input.Rank - axis] == _last[_last.Rank - axis];
        }

        return fits
            ? input
            : throw new ArgumentException(
                $"The layer norm goes over last axes of {_last}, but gets samples of {input}.", nameof(input));
    }

    /// <inheritdoc/>
    public override void Initialize(RandomStream random)
    {
        _scale?.Tensor.Values.Fill(T.One);
        _shift?.Tensor.Values.Clear();
    }

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input) => _scale is null || _shift is null
        ? pass.Tape.LayerNorm(input, _last, _epsilon)
        : pass.Tape.LayerNorm(input, _scale.Tensor, _shift.Tensor, _epsilon);
}
