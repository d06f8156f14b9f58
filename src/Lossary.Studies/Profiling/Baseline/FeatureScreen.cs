namespace Lossary.Studies;

/// <summary>Chooses, of very many features, those that tell most about the targets of a fold's training rows.</summary>
/// <remarks>
/// By the correlation of single features: J. Fan, J. Lv, Sure Independence Screening for Ultrahigh Dimensional Feature
/// Space, Journal of the Royal Statistical Society B 70 (2008), doi:10.1111/j.1467-9868.2008.00674.x. Within the fold,
/// for features chosen by the test rows as well would seem to predict them.
/// </remarks>
internal static class FeatureScreen
{
    /// <summary>The features nearest to a number.</summary>
    /// <returns>Indices of features, ascending; all where they are few.</returns>
    public static int[] ByNumbers(BaselineRows rows, float[] targets, int fold, int most)
    {
        if (rows.Width <= most)
        {
            return [.. Enumerable.Range(0, rows.Width)];
        }

        int[] training = [.. rows.All.Where(row => rows.FoldOf[row] != fold)];
        double mean = training.Average(row => (double)targets[row]);
        double[] covariances = new double[rows.Width];
        foreach (int row in training)
        {
            double difference = targets[row] - mean;
            for (int i = 0; i < rows.Width; i++)
            {
                covariances[i] += difference * rows.Features[(row * rows.Width) + i];
            }
        }

        return Largest([.. covariances.Select(covariance => covariance * covariance)], most);
    }

    /// <summary>The features whose means differ most between classes.</summary>
    /// <returns>Indices of features, ascending; all where they are few.</returns>
    public static int[] ByClasses(BaselineRows rows, int[] classes, int count, int fold, int most)
    {
        if (rows.Width <= most)
        {
            return [.. Enumerable.Range(0, rows.Width)];
        }

        double[] scores = new double[rows.Width];
        for (int k = 0; k < count; k++)
        {
            double[] sums = new double[rows.Width];
            int members = 0;
            foreach (int row in rows.All.Where(row => rows.FoldOf[row] != fold && classes[row] == k))
            {
                members++;
                for (int i = 0; i < rows.Width; i++)
                {
                    sums[i] += rows.Features[(row * rows.Width) + i];
                }
            }

            for (int i = 0; i < rows.Width && members > 0; i++)
            {
                // Features are standardised: the mean over all classes is about 0.
                scores[i] += sums[i] * sums[i] / members;
            }
        }

        return Largest(scores, most);
    }

    private static int[] Largest(double[] scores, int most) =>
        [.. Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).Take(most).Order()];
}
