using System.Numerics;
using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>
/// Losses of logits to which something is added first. For one training at a time: each holds memory.
/// </summary>
internal static class AdjustedLogits
{
    /// <summary>The loss with each class's offset added to its logit.</summary>
    /// <param name="loss">A loss of logits.</param>
    /// <param name="offsets">Of each class, [classes]; two for a loss of one logit.</param>
    public static ILoss Of(ILoss loss, double[] offsets) => loss is IClassLoss ofClasses
        ? new OfRows(ofClasses, offsets)
        : new OfOne((ISampleLoss)loss, offsets[1] - offsets[0]);

    private static Span<T> Shifted<T>(ReadOnlySpan<T> logits, ReadOnlySpan<double> offsets, ref T[] memory)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (memory.Length < logits.Length)
        {
            memory = new T[logits.Length];
        }

        for (int start = 0; start < logits.Length; start += offsets.Length)
        {
            for (int k = 0; k < offsets.Length; k++)
            {
                memory[start + k] = logits[start + k] + T.CreateTruncating(offsets[k]);
            }
        }

        return memory.AsSpan(0, logits.Length);
    }

    private abstract class Wrapped(ILoss loss)
    {
        public LossCard Card => loss.Card;

        public LossTraits Traits => loss.Traits;

        public string Name => loss.Name;
    }

    private sealed class OfRows(IClassLoss loss, double[] offsets) : Wrapped(loss), IClassLoss
    {
        private float[] _singles = [];
        private double[] _doubles = [];

        public Totals Evaluate(in ClassBatch<float> batch) =>
            loss.Evaluate(With(batch, Shifted(batch.Scores, offsets, ref _singles)));

        public Totals Evaluate(in ClassBatch<double> batch) =>
            loss.Evaluate(With(batch, Shifted(batch.Scores, offsets, ref _doubles)));

        public LossPoint At(double x) => loss.At(x);

        private static ClassBatch<T> With<T>(in ClassBatch<T> batch, ReadOnlySpan<T> scores)
            where T : unmanaged => new()
            {
                Scores = scores,
                Classes = batch.Classes,
                Targets = batch.Targets,
                Shares = batch.Shares,
                ClassWeights = batch.ClassWeights,
                Weights = batch.Weights,
                Mask = batch.Mask,
                IgnoredClass = batch.IgnoredClass,
                Values = batch.Values,
                Gradient = batch.Gradient,
                Reduction = batch.Reduction,
            };
    }

    private sealed class OfOne(ISampleLoss loss, double offset) : Wrapped(loss), ISampleLoss
    {
        private readonly double[] _offset = [offset];
        private float[] _singles = [];
        private double[] _doubles = [];

        public Totals Evaluate(in LossBatch<float> batch) =>
            loss.Evaluate(With(batch, Shifted(batch.Predictions, _offset, ref _singles)));

        public Totals Evaluate(in LossBatch<double> batch) =>
            loss.Evaluate(With(batch, Shifted(batch.Predictions, _offset, ref _doubles)));

        public LossPoint At(double prediction, double target) => loss.At(prediction + offset, target);

        private static LossBatch<T> With<T>(in LossBatch<T> batch, ReadOnlySpan<T> predictions)
            where T : unmanaged => new()
            {
                Predictions = predictions,
                Targets = batch.Targets,
                Weights = batch.Weights,
                Mask = batch.Mask,
                Values = batch.Values,
                Gradient = batch.Gradient,
                Curvature = batch.Curvature,
                Reduction = batch.Reduction,
                RowLength = batch.RowLength,
            };
    }
}
