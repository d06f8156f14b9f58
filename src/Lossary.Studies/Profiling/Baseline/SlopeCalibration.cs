namespace Lossary.Studies;

/// <summary>
/// Takes back what a fit promised beyond what it held: predictions are drawn towards their mean by the slope of what
/// was observed on what was predicted.
/// </summary>
internal static class SlopeCalibration
{
    /// <summary>Predictions that are right on average for any height: all the same where they tell nothing.</summary>
    /// <param name="predictions">Out of fold, [n].</param>
    /// <param name="observed">[n].</param>
    public static double[] Of(double[] predictions, double[] observed)
    {
        double meanPrediction = predictions.Average(), meanObserved = observed.Average();
        double covariance = 0, variance = 0;
        for (int i = 0; i < predictions.Length; i++)
        {
            double difference = predictions[i] - meanPrediction;
            covariance += difference * (observed[i] - meanObserved);
            variance += difference * difference;
        }

        double slope = variance > 0 ? Math.Clamp(covariance / variance, 0, 1) : 0;
        return [.. predictions.Select(prediction => meanObserved + (slope * (prediction - meanPrediction)))];
    }
}
