using System.Numerics;

namespace Lossary.Losses;

/// <summary>A weighted sum of losses of one prediction and one target.</summary>
internal sealed class SampleLossSum(LossSum sum) : ISampleLoss, ILossSum
{
    /// <inheritdoc/>
    public LossSum Sum => sum;

    /// <inheritdoc/>
    public LossCard Card => sum.Card;

    /// <inheritdoc/>
    public LossTraits Traits => sum.Traits;

    /// <inheritdoc/>
    public string Name => sum.Name;

    /// <inheritdoc/>
    public Totals Evaluate(in LossBatch<float> batch)
    {
        WeightedParts<float> parts = new(batch.Values.Length, batch.Gradient.Length, batch.Curvature.Length);
        try
        {
            foreach ((double weight, ILoss loss) in sum.Terms)
            {
                parts.Add(weight, ((ISampleLoss)loss).Evaluate(Part(batch, parts)));
            }

            return parts.Write(batch.Values, batch.Gradient, batch.Curvature);
        }
        finally
        {
            parts.Return();
        }
    }

    /// <inheritdoc/>
    public Totals Evaluate(in LossBatch<double> batch)
    {
        WeightedParts<double> parts = new(batch.Values.Length, batch.Gradient.Length, batch.Curvature.Length);
        try
        {
            foreach ((double weight, ILoss loss) in sum.Terms)
            {
                parts.Add(weight, ((ISampleLoss)loss).Evaluate(Part(batch, parts)));
            }

            return parts.Write(batch.Values, batch.Gradient, batch.Curvature);
        }
        finally
        {
            parts.Return();
        }
    }

    /// <inheritdoc/>
    public LossPoint At(double prediction, double target) =>
        ClassLossSum.Combine(sum, loss => ((ISampleLoss)loss).At(prediction, target));

    private static LossBatch<T> Part<T>(in LossBatch<T> batch, WeightedParts<T> parts)
        where T : unmanaged, IFloatingPointIeee754<T> => new()
        {
            Predictions = batch.Predictions,
            Targets = batch.Targets,
            Weights = batch.Weights,
            Mask = batch.Mask,
            Reduction = batch.Reduction,
            RowLength = batch.RowLength,
            Values = parts.Values,
            Gradient = parts.Gradient,
            Curvature = parts.Curvature,
        };
}
