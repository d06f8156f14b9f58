using Lossary.Losses;

namespace Lossary.Training.Tests;

/// <summary>The squared loss times a factor, which remembers the targets it saw.</summary>
internal sealed class RecordingLoss(double factor) : ISampleLoss
{
    public List<float> Targets { get; } = [];

    public List<int> BatchSizes { get; } = [];

    public LossCard Card => SquaredLoss.Card;

    public LossTraits Traits => default(SquaredLoss).Traits;

    public string Name => "recording";

    public Totals Evaluate(in LossBatch<float> batch)
    {
        Targets.AddRange(batch.Targets);
        BatchSizes.Add(batch.Targets.Length);
        Totals totals = default(SquaredLoss).Evaluate(in batch);
        foreach (ref float slope in batch.Gradient)
        {
            slope *= (float)factor;
        }

        return totals with { Sum = totals.Sum * factor };
    }

    public Totals Evaluate(in LossBatch<double> batch) => default(SquaredLoss).Evaluate(in batch);

    public LossPoint At(double prediction, double target) => default;
}
