using System.Numerics;

namespace Lossary.Tensors;

/// <summary>The mean and variance of each channel that batch normalisation keeps for inference.</summary>
/// <typeparam name="T">float or double.</typeparam>
public readonly record struct RunningStatistics<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Puts two tensors together; both are read and written, not copied.</summary>
    /// <param name="mean">Shape <c>[channels]</c>.</param>
    /// <param name="variance">
    /// Shape <c>[channels]</c>; the estimate for what the batches are drawn from (n − 1).
    /// </param>
    public RunningStatistics(Tensor<T> mean, Tensor<T> variance)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(variance);
        Mean = mean;
        Variance = variance;
    }

    /// <summary>Shape <c>[channels]</c>.</summary>
    public Tensor<T> Mean { get; }

    /// <summary>Shape <c>[channels]</c>.</summary>
    public Tensor<T> Variance { get; }

    internal void Require(string operation, int channels)
    {
        Shape wanted = new(channels);
        if (Mean.Shape != wanted || Variance.Shape != wanted)
        {
            ShapeCheck.Fail(
                $"{operation}: the running mean is {Mean.Shape}, the running variance {Variance.Shape}; " +
                $"the input's {channels} channels need {wanted}.",
                "running");
        }
    }

    /// <summary>Moves both towards a batch's: (1 − m) · kept + m · batch's, its variance made unbiased.</summary>
    internal void Move(ReadOnlySpan<T> statistics, int count, double momentum)
    {
        int channels = statistics.Length / 2;
        Move(Mean.Values, statistics[..channels], 1, momentum);
        Move(Variance.Values, statistics[channels..], count / (count - 1.0), momentum);
    }

    private static void Move(Span<T> kept, ReadOnlySpan<T> found, double factor, double momentum)
    {
        for (int i = 0; i < kept.Length; i++)
        {
            double before = double.CreateTruncating(kept[i]), now = factor * double.CreateTruncating(found[i]);
            kept[i] = T.CreateTruncating(((1 - momentum) * before) + (momentum * now));
        }
    }
}
