namespace Lossary.Studies;

/// <summary>Whether a classifier's mistakes fall on classes next to the right one, as they do on a scale.</summary>
internal static class NeighbouringMistakes
{
    private const int FewestMistakes = 30;
    private const double ClearZ = 4;
    private const double ClearRatio = 1.5;

    /// <summary>
    /// Whether mistakes fall on neighbours clearly more often than they would if a wrong class were drawn as often as
    /// it is predicted by mistake.
    /// </summary>
    /// <param name="probabilities">[n, classes], classes in the order of their names.</param>
    /// <param name="labels">[n].</param>
    /// <param name="classes">Number of classes.</param>
    public static bool Prevail(IReadOnlyList<double> probabilities, int[] labels, int classes)
    {
        (int Label, int Predicted)[] mistakes =
        [
            .. labels.Select((label, row) => (label, predicted: MostProbable.Of(probabilities, row, classes)))
                .Where(pair => pair.label != pair.predicted),
        ];
        if (classes < 4 || mistakes.Length < FewestMistakes)
        {
            return false;
        }

        double[] drawn = new double[classes];
        foreach ((_, int predicted) in mistakes)
        {
            drawn[predicted] += 1.0 / mistakes.Length;
        }

        double observed = 0, expected = 0, variance = 0;
        foreach ((int label, int predicted) in mistakes)
        {
            double below = label > 0 ? drawn[label - 1] : 0, above = label < classes - 1 ? drawn[label + 1] : 0;
            double chance = drawn[label] < 1 ? (below + above) / (1 - drawn[label]) : 1;
            observed += Math.Abs(label - predicted) == 1 ? 1 : 0;
            expected += chance;
            variance += chance * (1 - chance);
        }

        return observed >= ClearRatio * expected && observed - expected > ClearZ * Math.Sqrt(variance);
    }
}
