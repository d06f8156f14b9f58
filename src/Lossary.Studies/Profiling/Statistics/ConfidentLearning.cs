namespace Lossary.Studies;

/// <summary>Estimates how many labels are wrong from out-of-fold probabilities.</summary>
/// <remarks>
/// A row counts as of class j if its probability of j reaches the mean that rows labelled j have, the largest such j
/// where several do; what is off the diagonal of labels against these is noise. C. G. Northcutt, L. Jiang, I. L.
/// Chuang, Confident Learning: Estimating Uncertainty in Dataset Labels, JAIR 70 (2021), doi:10.1613/jair.1.12125.
/// </remarks>
internal static class ConfidentLearning
{
    /// <summary>The share of rows whose label is estimated to be wrong.</summary>
    /// <param name="probabilities">[n, classes].</param>
    /// <param name="labels">[n].</param>
    /// <param name="classes">Number of classes.</param>
    public static double Noise(IReadOnlyList<double> probabilities, int[] labels, int classes)
    {
        double[] thresholds = new double[classes];
        int[] members = new int[classes];
        for (int i = 0; i < labels.Length; i++)
        {
            thresholds[labels[i]] += probabilities[(i * classes) + labels[i]];
            members[labels[i]]++;
        }

        double[] counted = new double[classes], wrong = new double[classes];
        for (int i = 0; i < labels.Length; i++)
        {
            int best = -1;
            for (int k = 0; k < classes; k++)
            {
                double p = probabilities[(i * classes) + k];
                bool isReached = members[k] > 0 && p >= thresholds[k] / members[k];
                best = isReached && (best < 0 || p > probabilities[(i * classes) + best]) ? k : best;
            }

            if (best >= 0)
            {
                counted[labels[i]]++;
                wrong[labels[i]] += best == labels[i] ? 0 : 1;
            }
        }

        double noise = 0;
        for (int k = 0; k < classes; k++)
        {
            noise += counted[k] > 0 ? wrong[k] / counted[k] * members[k] : 0;
        }

        return noise / labels.Length;
    }
}
