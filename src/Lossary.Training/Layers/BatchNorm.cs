using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>
/// Brings each channel to mean 0 and variance 1 over the batch and all positions, then scales and shifts it.
/// </summary>
/// <remarks>
/// S. Ioffe, C. Szegedy, "Batch Normalization", ICML 2015. In training it normalises by the batch's own mean and
/// variance and keeps a running estimate of both, of the unbiased variance (n − 1), by which it normalises in
/// inference.
/// </remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class BatchNorm<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _channels;
    private readonly double? _momentum;
    private readonly double _epsilon;
    private readonly NetworkParameter<T>? _scale;
    private readonly NetworkParameter<T>? _shift;
    private readonly NetworkParameter<T>? _mean;
    private readonly NetworkParameter<T>? _variance;
    private readonly NetworkParameter<T>? _batches;

    /// <summary>Makes a layer.</summary>
    /// <param name="channels">The extent of the last axis; positive.</param>
    /// <param name="momentum">
    /// How far the running estimates move towards each batch's, in [0, 1]; null for the mean over all batches so far.
    /// </param>
    /// <param name="epsilon">Keeps the root of the variance away from 0; not negative.</param>
    /// <param name="isAffine">False to leave out scale and shift.</param>
    /// <param name="keepsStatistics">False to normalise by the batch in inference too.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public BatchNorm(
        int channels, double? momentum = 0.1, double epsilon = 1e-5, bool isAffine = true, bool keepsStatistics = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        if (momentum is double part && !(part >= 0 && part <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(momentum), momentum, "Must be within 0 and 1, or null.");
        }

        _channels = channels;
        _momentum = momentum;
        _epsilon = epsilon;
        Shape shape = new(channels);
        _scale = isAffine ? new NetworkParameter<T>("scale", shape, isPenalized: false) : null;
        _shift = isAffine ? new NetworkParameter<T>("shift", shape, isPenalized: false) : null;
        _mean = keepsStatistics ? new NetworkParameter<T>("running mean", shape, isPenalized: false) : null;
        _variance = keepsStatistics ? new NetworkParameter<T>("running variance", shape, isPenalized: false) : null;
        _batches = keepsStatistics ? new NetworkParameter<T>("batches", new Shape(1), isPenalized: false) : null;
        Parameters = isAffine ? [_scale!, _shift!] : [];
        Buffers = keepsStatistics ? [_mean!, _variance!, _batches!] : [];
    }

    /// <inheritdoc/>
    public override string Name => "batch norm";

    /// <inheritdoc/>
    public override IReadOnlyList<NetworkParameter<T>> Parameters { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<NetworkParameter<T>> Buffers { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input.Rank > 0 && input[input.Rank - 1] == _channels
        ? input
        : throw new ArgumentException(
            $"The batch norm takes {_channels} channels, but gets samples of {input}.", nameof(input));

    /// <inheritdoc/>
    public override void Initialize(RandomStream random)
    {
        _scale?.Tensor.Values.Fill(T.One);
        _shift?.Tensor.Values.Clear();
        _mean?.Tensor.Values.Clear();
        _variance?.Tensor.Values.Fill(T.One);
        _batches?.Tensor.Values.Clear();
    }

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input)
    {
        if (_mean is null || _variance is null || _batches is null)
        {
            return pass.Tape.BatchNorm(input, _scale?.Tensor, _shift?.Tensor, _epsilon);
        }

        RunningStatistics<T> running = new(_mean.Tensor, _variance.Tensor);
        if (!pass.IsTraining)
        {
            return pass.Tape.BatchNormByRunning(input, running, _scale?.Tensor, _shift?.Tensor, _epsilon);
        }

        ref T batches = ref _batches.Tensor.Values[0];
        batches += T.One;
        double momentum = _momentum ?? (1 / double.CreateTruncating(batches));
        return pass.Tape.BatchNorm(input, _scale?.Tensor, _shift?.Tensor, _epsilon, running, momentum);
    }
}
