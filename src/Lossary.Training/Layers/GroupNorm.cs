using System.Globalization;
using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>
/// Brings groups of channels of each sample to mean 0 and variance 1, then scales and shifts each channel.
/// </summary>
/// <remarks>
/// Y. Wu, K. He, "Group Normalization", ECCV 2018. For images where batches are too small for batch norm.
/// </remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class GroupNorm<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _groups;
    private readonly int _channels;
    private readonly double _epsilon;
    private readonly NetworkParameter<T>? _scale;
    private readonly NetworkParameter<T>? _shift;

    /// <summary>Makes a layer.</summary>
    /// <param name="groups">Into how many groups the channels are cut; as many as channels is instance norm.</param>
    /// <param name="channels">The extent of the last axis; a multiple of the groups.</param>
    /// <param name="epsilon">Keeps the root of the variance away from 0; not negative.</param>
    /// <param name="isAffine">False to leave out scale and shift.</param>
    /// <exception cref="ArgumentException">The groups do not divide the channels.</exception>
    public GroupNorm(int groups, int channels, double epsilon = 1e-5, bool isAffine = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groups);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        if (channels % groups != 0)
        {
            throw new ArgumentException(
                $"{channels} channels cannot be cut into {groups} equal groups.", nameof(groups));
        }

        _groups = groups;
        _channels = channels;
        _epsilon = epsilon;
        _scale = isAffine ? new NetworkParameter<T>("scale", new Shape(channels), isPenalized: false) : null;
        _shift = isAffine ? new NetworkParameter<T>("shift", new Shape(channels), isPenalized: false) : null;
        Parameters = isAffine ? [_scale!, _shift!] : [];
    }

    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"group norm {_groups}");

    /// <inheritdoc/>
    public override IReadOnlyList<NetworkParameter<T>> Parameters { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input.Rank > 0 && input[input.Rank - 1] == _channels
        ? input
        : throw new ArgumentException(
            $"The group norm takes {_channels} channels, but gets samples of {input}.", nameof(input));

    /// <inheritdoc/>
    public override void Initialize(RandomStream random)
    {
        _scale?.Tensor.Values.Fill(T.One);
        _shift?.Tensor.Values.Clear();
    }

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input) =>
        pass.Tape.GroupNorm(input, _groups, _scale?.Tensor, _shift?.Tensor, _epsilon);
}
