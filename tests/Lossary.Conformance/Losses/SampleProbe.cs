using System.Numerics;
using Lossary.Losses;

namespace Lossary.Conformance;

/// <summary>Runs a loss of one prediction and one target in a case's own precision.</summary>
/// <param name="loss">The loss.</param>
/// <param name="isSingle">Whether to compute in float.</param>
internal sealed class SampleProbe(ISampleLoss loss, bool isSingle)
{
    private delegate Totals Evaluator<T>(in LossBatch<T> batch) where T : unmanaged;

    /// <summary>The totals, from a call that asks for no more; values and gradient, from a second one.</summary>
    public SampleOutcome Evaluate(SampleInputs inputs, Reduction reduction) => isSingle
        ? Run<float>(loss.Evaluate, inputs, reduction)
        : Run<double>(loss.Evaluate, inputs, reduction);

    /// <summary>The second derivatives of the weighted losses.</summary>
    public double[] Curvature(SampleInputs inputs) => isSingle
        ? Bend<float>(loss.Evaluate, inputs)
        : Bend<double>(loss.Evaluate, inputs);

    private static SampleOutcome Run<T>(Evaluator<T> evaluate, SampleInputs inputs, Reduction reduction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] predictions = Precision.To<T>(inputs.Predictions), targets = Precision.To<T>(inputs.Targets);
        T[] weights = Precision.To<T>(inputs.Weights);
        T[] values = new T[predictions.Length], gradient = new T[predictions.Length];
        Totals totals = evaluate(new LossBatch<T>
        {
            Predictions = predictions,
            Targets = targets,
            Weights = weights,
            Mask = inputs.Mask,
            Reduction = reduction,
            RowLength = inputs.RowLength,
        });
        evaluate(new LossBatch<T>
        {
            Predictions = predictions,
            Targets = targets,
            Weights = weights,
            Mask = inputs.Mask,
            Reduction = reduction,
            RowLength = inputs.RowLength,
            Values = values,
            Gradient = gradient,
        });
        return new(Precision.Widen(values), Precision.Widen(gradient), totals);
    }

    private static double[] Bend<T>(Evaluator<T> evaluate, SampleInputs inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] gradient = new T[inputs.Predictions.Length], curvature = new T[inputs.Predictions.Length];
        evaluate(new LossBatch<T>
        {
            Predictions = Precision.To<T>(inputs.Predictions),
            Targets = Precision.To<T>(inputs.Targets),
            Weights = Precision.To<T>(inputs.Weights),
            Gradient = gradient,
            Curvature = curvature,
            Reduction = Reduction.Sum,
        });
        return Precision.Widen(curvature);
    }
}
