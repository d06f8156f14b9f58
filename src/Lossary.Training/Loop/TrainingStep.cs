using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>What came of one step.</summary>
/// <param name="Totals">The batch's loss before the step.</param>
/// <param name="GradientNorm">
/// Before clipping; of the last good step, where this one failed before it had a gradient.
/// </param>
/// <param name="Failure">What went wrong; null where nothing did, and only then were the weights changed.</param>
/// <param name="FailedValue">The number that was not finite; 0 where the failure says it all.</param>
internal readonly record struct StepOutcome(Totals Totals, double GradientNorm, string? Failure, double FailedValue);

/// <summary>
/// One batch: forward, backward, penalties, clipping, optimizer. In steady state it allocates nothing.
/// </summary>
internal sealed class TrainingStep(
    Network<float> network, TrainingObjective objective, TrainingData data, TrainingOptions options, RandomStream noise)
{
    private readonly Tape<float> _tape = new();
    private readonly TrainingBatch _batch = new(data);
    private readonly Penalty _penalty = new(options.L1, options.L2);
    private readonly LayerGradients _layers = new(network);
    private double _lastNorm;

    /// <summary>Told by the run when an epoch begins and ends.</summary>
    public ScheduledOptimizer Optimizer { get; } = new(options);

    /// <summary>The gradient's length by layer, since this was last asked for.</summary>
    public double[] TakeLayerNorms() => _layers.EndEpoch();

    public StepOutcome Take(ReadOnlySpan<int> rows)
    {
        _tape.Reset();
        Tensor<float> features = _batch.Gather(_tape, rows);
        Tensor<float> predictions = network.Forward(new ForwardPass<float>(_tape, noise, _batch.Lengths), features);
        Tensor<float>? loss = objective.Record(_tape, predictions, _batch, out Totals totals, out string? failure);
        if (loss is null || !double.IsFinite(totals.Mean))
        {
            return new StepOutcome(totals, _lastNorm, failure ?? "the loss", loss is null ? 0 : totals.Mean);
        }

        objective.Backward(_tape, network, loss);
        _penalty.AddGradient(network);
        double norm = GradientClipping.Norm<float>(network.Gradients);
        if (!double.IsFinite(norm))
        {
            return new StepOutcome(totals, norm, "the gradient's norm", norm);
        }

        _lastNorm = norm;
        _layers.Watch();
        Clip(norm);
        Optimizer.Step(network);
        return new StepOutcome(totals, norm, null, 0);
    }

    private void Clip(double norm)
    {
        if (options.MaxGradientValue is double size)
        {
            GradientClipping.ByValue(network.Gradients, size);
            norm = options.MaxGradientNorm is null ? norm : GradientClipping.Norm<float>(network.Gradients);
        }

        if (options.MaxGradientNorm is double maximum)
        {
            GradientClipping.ByKnownNorm(network.Gradients, norm, maximum);
        }
    }
}
