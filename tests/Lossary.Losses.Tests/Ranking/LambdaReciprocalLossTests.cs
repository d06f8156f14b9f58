namespace Lossary.Losses.Tests;

public sealed class LambdaReciprocalLossTests : LambdaMetricLaws<LambdaReciprocalLoss>
{
    /// <summary>The reciprocal of the first relevant place.</summary>
    protected override double Metric(double[] relevances) => 1.0 / (Array.FindIndex(relevances, y => y > 0) + 1);
}
