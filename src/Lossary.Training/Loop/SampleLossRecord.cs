using System.Numerics;
using System.Runtime.InteropServices;
using Lossary.Losses;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>A loss of samples on a tape, whose curvature is evaluated where its gradient is differentiated.</summary>
internal sealed class SampleLossRecord<T> : ObjectiveRecord<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public ISampleLoss Loss { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Targets { get; set; } = null!; // Set right after the record is taken.

    /// <summary>What samples weigh, 0 for those that are masked; null for 1.</summary>
    public Tensor<T>? Weights { get; set; }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (!GradientPass<T>.Wants(Input))
        {
            return;
        }

        Tape<T> tape = pass.Tape;
        Tensor<T> curvature = tape.Rent(Input.Shape), slope = tape.Rent(Input.Shape);
        _ = typeof(T) == typeof(float)
            ? Loss.Evaluate(Batch<float>(slope, curvature))
            : Loss.Evaluate(Batch<double>(slope, curvature));
        pass.Add(Input, tape.JetGradient(Input, tape.BroadcastTo(pass.Upstream, Input.Shape), slope, curvature));
    }

    private LossBatch<TNumber> Batch<TNumber>(Tensor<T> slope, Tensor<T> curvature)
        where TNumber : unmanaged => new()
        {
            Predictions = MemoryMarshal.Cast<T, TNumber>(Input.Values),
            Targets = MemoryMarshal.Cast<T, TNumber>(Targets.Values),
            Weights = MemoryMarshal.Cast<T, TNumber>(Weights is null ? default : Weights.Values),
            Gradient = MemoryMarshal.Cast<T, TNumber>(slope.Values),
            Curvature = MemoryMarshal.Cast<T, TNumber>(curvature.Values),
        };
}
