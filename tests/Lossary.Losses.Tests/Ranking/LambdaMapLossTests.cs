namespace Lossary.Losses.Tests;

public sealed class LambdaMapLossTests : LambdaMetricLaws<LambdaMapLoss>
{
    /// <summary>The average precision.</summary>
    protected override double Metric(double[] relevances) => Enumerable.Range(0, relevances.Length)
        .Where(place => relevances[place] > 0).Average(place => relevances.Take(place + 1).Sum() / (place + 1));
}
