using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Hands a loss struct of one prediction and one target to those who do not know its type.</summary>
internal sealed class SampleLoss<TLoss>(TLoss loss, LossCard card, LossTraits traits, string name)
    : ISampleLoss, IReading
    where TLoss : struct, ISampleLoss<TLoss>
{
    /// <inheritdoc/>
    public LossCard Card => card;

    /// <inheritdoc/>
    public LossTraits Traits => traits;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Totals Evaluate(in LossBatch<float> batch) => Checked(batch);

    /// <inheritdoc/>
    public Totals Evaluate(in LossBatch<double> batch) => Checked(batch);

    /// <inheritdoc/>
    public LossPoint At(double prediction, double target)
    {
        Jet<Scalar<double>> jet = TLoss.CurvatureAt(loss, new Scalar<double>(prediction), new Scalar<double>(target));
        return new(jet.Value.Number, jet.Slope.Number, jet.Curvature.Number);
    }

    /// <inheritdoc/>
    public bool HasFormula => true;

    /// <inheritdoc/>
    public TLane Read<TLane>(ReadOnlySpan<TLane> numbers)
        where TLane : struct, ILane<TLane> => TLoss.ValueAt(loss, numbers[0], numbers[1]);

    private Totals Checked<T>(in LossBatch<T> batch)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        DomainCheck.Check(batch.Targets, card.Target, batch.Weights, batch.Mask, "targets");

        // A training that diverges predicts NaN, which comes out as NaN. Nothing diverges to a probability of NaN.
        bool passesNaN = card.Prediction != Domain.Unit;
        DomainCheck.Check(batch.Predictions, card.Prediction, batch.Weights, batch.Mask, "predictions", passesNaN);
        return SampleEvaluation.Run(loss, batch);
    }
}
