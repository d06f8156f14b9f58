using Lossary.Data;
using static Lossary.Studies.FactCatalogue;

namespace Lossary.Studies;

/// <summary>How often the classes occur, and how far their labels can be trusted.</summary>
internal static class ClassFacts
{
    public static void Add(FactList facts, Target target)
    {
        double[] shares =
        [
            .. Enumerable.Range(0, target.ClassNames.Count)
                .Select(k => target.Classes.Count(k) / (double)target.Count)
                .Where(share => share > 0),
        ];
        facts.Add(Classes, shares.Length);
        facts.Add(SmallestShare, shares.Min());
        facts.Add(ImbalanceRatio, shares.Max() / shares.Min());
        facts.Add(EffectiveClasses, Math.Exp(-shares.Sum(share => share * Math.Log(share))));
    }

    /// <summary>What only a fit can tell.</summary>
    /// <param name="facts">Receives the facts.</param>
    /// <param name="baseline">Its predictions are probabilities.</param>
    /// <param name="labels">The classes of the baseline's rows, [n].</param>
    /// <param name="target">The target.</param>
    public static void AddFitted(FactList facts, Baseline baseline, int[] labels, Target target)
    {
        int classes = target.ClassNames.Count;
        facts.Add(Explained, ExplainedOf(baseline.Predictions, labels, classes));
        facts.Add(LabelNoise, ConfidentLearning.Noise(baseline.Predictions, labels, classes));
        (double share, int count) = ConfidentErrors.Of(baseline.Predictions, labels, classes);
        (double low, double high) = ShareInterval.Of(share, count);
        facts.Add(FactCatalogue.ConfidentErrors, share, low, high);
    }

    /// <summary>Whether names are words of a scale, or numbers whose neighbours are mistaken for each other.</summary>
    public static bool LookOrdered(Target target, Baseline? baseline)
    {
        if (OrdinalNames.AreScale(target.ClassNames))
        {
            return true;
        }

        return baseline is not null && OrdinalNames.AreNumbers(target.ClassNames) && NeighbouringMistakes.Prevail(
            baseline.Predictions,
            [.. baseline.Positions.Select(position => target.Classes[position])],
            target.ClassNames.Count);
    }

    /// <summary>The share of the log loss that the features take away.</summary>
    private static double ExplainedOf(IReadOnlyList<double> probabilities, int[] labels, int classes)
    {
        double entropy = 0, loss = 0;
        for (int k = 0; k < classes; k++)
        {
            double share = labels.AsSpan().Count(k) / (double)labels.Length;
            entropy -= share > 0 ? share * Math.Log(share) : 0;
        }

        for (int i = 0; i < labels.Length; i++)
        {
            loss -= Math.Log(Math.Max(probabilities[(i * classes) + labels[i]], 1e-15)) / labels.Length;
        }

        return entropy > 0 ? Math.Max(0, 1 - (loss / entropy)) : 0;
    }
}
