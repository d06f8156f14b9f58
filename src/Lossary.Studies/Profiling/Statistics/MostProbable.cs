namespace Lossary.Studies;

/// <summary>The class that a row's probabilities speak for.</summary>
internal static class MostProbable
{
    /// <summary>The first of the largest.</summary>
    /// <param name="probabilities">[n, classes].</param>
    /// <param name="row">Which row.</param>
    /// <param name="classes">Number of classes.</param>
    public static int Of(IReadOnlyList<double> probabilities, int row, int classes)
    {
        int best = 0;
        for (int k = 1; k < classes; k++)
        {
            best = probabilities[(row * classes) + k] > probabilities[(row * classes) + best] ? k : best;
        }

        return best;
    }
}
