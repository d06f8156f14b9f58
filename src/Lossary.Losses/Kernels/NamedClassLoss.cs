using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Hands a loss struct of rows of scores to those who do not know its type.</summary>
internal sealed class NamedClassLoss<TLoss>(TLoss loss, LossCard card, LossTraits traits, string name) : IClassLoss
    where TLoss : struct, IClassLoss<TLoss>
{
    /// <inheritdoc/>
    public LossCard Card => card;

    /// <inheritdoc/>
    public LossTraits Traits => traits;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Totals Evaluate(in ClassBatch<float> batch) => ClassEvaluation.Run(loss, batch);

    /// <inheritdoc/>
    public Totals Evaluate(in ClassBatch<double> batch) => ClassEvaluation.Run(loss, batch);

    /// <inheritdoc/>
    public LossPoint At(double x) => TLoss.At(loss, x);

    /// <inheritdoc/>
    Tensor<T>? IClassLoss.Compose<T>(Tape<T> tape, Tensor<T> scores, int[] targets) =>
        TLoss.Compose(loss, tape, scores, targets);
}
