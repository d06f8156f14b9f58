using System.Numerics;
using Lossary.Losses;

namespace Lossary.Conformance;

/// <summary>Runs a loss of rows of scores in a case's own precision.</summary>
/// <param name="loss">The loss.</param>
/// <param name="isSingle">Whether to compute in float.</param>
internal sealed class ClassProbe(IClassLoss loss, bool isSingle)
{
    private delegate Totals Evaluator<T>(in ClassBatch<T> batch) where T : unmanaged;

    /// <summary>The totals, from a call that asks for no more; values and gradient, from a second one.</summary>
    public SampleOutcome Evaluate(ClassInputs inputs, Reduction reduction) => isSingle
        ? Run<float>(loss.Evaluate, inputs, reduction)
        : Run<double>(loss.Evaluate, inputs, reduction);

    private static SampleOutcome Run<T>(Evaluator<T> evaluate, ClassInputs inputs, Reduction reduction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] values = new T[inputs.Scores.Length / inputs.Classes], gradient = new T[inputs.Scores.Length];
        Totals totals = evaluate(Batch<T>(inputs, reduction, [], []));
        evaluate(Batch(inputs, reduction, values, gradient));
        return new(Precision.Widen(values), Precision.Widen(gradient), totals);
    }

    private static ClassBatch<T> Batch<T>(ClassInputs inputs, Reduction reduction, T[] values, T[] gradient)
        where T : unmanaged, IFloatingPointIeee754<T> => new()
        {
            Scores = Precision.To<T>(inputs.Scores),
            Classes = inputs.Classes,
            Targets = inputs.Targets,
            Shares = Precision.To<T>(inputs.Shares),
            ClassWeights = Precision.To<T>(inputs.ClassWeights),
            Weights = Precision.To<T>(inputs.Weights),
            IgnoredClass = inputs.IgnoredClass,
            Reduction = reduction,
            Values = values,
            Gradient = gradient,
        };
}
