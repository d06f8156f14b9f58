using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A weighted sum of losses of rows of scores.</summary>
internal sealed class ClassLossSum(LossSum sum) : IClassLoss, ILossSum
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
    public Totals Evaluate(in ClassBatch<float> batch)
    {
        WeightedParts<float> parts = new(batch.Values.Length, batch.Gradient.Length, batch.Curvature.Length);
        try
        {
            foreach ((double weight, ILoss loss) in sum.Terms)
            {
                parts.Add(weight, ((IClassLoss)loss).Evaluate(Part(batch, parts)));
            }

            return parts.Write(batch.Values, batch.Gradient, batch.Curvature);
        }
        finally
        {
            parts.Return();
        }
    }

    /// <inheritdoc/>
    public Totals Evaluate(in ClassBatch<double> batch)
    {
        WeightedParts<double> parts = new(batch.Values.Length, batch.Gradient.Length, batch.Curvature.Length);
        try
        {
            foreach ((double weight, ILoss loss) in sum.Terms)
            {
                parts.Add(weight, ((IClassLoss)loss).Evaluate(Part(batch, parts)));
            }

            return parts.Write(batch.Values, batch.Gradient, batch.Curvature);
        }
        finally
        {
            parts.Return();
        }
    }

    /// <inheritdoc/>
    /// <remarks>NaN where the terms are of different families: they then have no variable in common.</remarks>
    public LossPoint At(double x) => LossCatalogue.EntryOf(this).Family == LossFamily.Composite
        ? new(double.NaN, double.NaN, double.NaN)
        : Combine(sum, loss => ((IClassLoss)loss).At(x));

    /// <inheritdoc/>
    Tensor<T>? IClassLoss.Compose<T>(Tape<T> tape, Tensor<T> scores, int[] targets)
    {
        Tensor<T>? total = null;
        foreach ((double weight, ILoss loss) in sum.Terms)
        {
            if (((IClassLoss)loss).Compose(tape, scores, targets) is not { } terms)
            {
                return null;
            }

            Tensor<T> part = tape.Scale(terms, weight);
            total = total is null ? part : tape.Add(total, part);
        }

        return total;
    }

    /// <summary>The weighted sum of what the terms are at one point.</summary>
    public static LossPoint Combine(LossSum sum, Func<ILoss, LossPoint> at)
    {
        double value = 0, slope = 0, curvature = 0;
        foreach ((double weight, ILoss loss) in sum.Terms)
        {
            LossPoint point = at(loss);
            value += weight * point.Value;
            slope += weight * point.Slope;
            curvature += weight * point.Curvature;
        }

        return new(value, slope, curvature);
    }

    private static ClassBatch<T> Part<T>(in ClassBatch<T> batch, WeightedParts<T> parts)
        where T : unmanaged, IFloatingPointIeee754<T> => new()
        {
            Scores = batch.Scores,
            Classes = batch.Classes,
            Targets = batch.Targets,
            Shares = batch.Shares,
            ClassWeights = batch.ClassWeights,
            Weights = batch.Weights,
            Mask = batch.Mask,
            IgnoredClass = batch.IgnoredClass,
            Reduction = batch.Reduction,
            Values = parts.Values,
            Gradient = parts.Gradient,
            Curvature = parts.Curvature,
        };
}
