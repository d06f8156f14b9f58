using System.Globalization;
using Lossary.Data;

namespace Lossary.Studies;

/// <summary>Whether gradients let every layer learn: what the norms of a training's epochs say.</summary>
public static class GradientHealth
{
    /// <summary>
    /// A layer whose gradient's norm stays below this learns nothing: it is small beside the 10⁻⁸ that Adam adds to the
    /// size of each weight's gradient, for layers of up to some thousands of weights.
    /// </summary>
    public const double Vanishing = 1e-7;

    /// <summary>
    /// An epoch whose gradients are this many times as long as they may be is steered by clipping alone.
    /// </summary>
    public const double Exploding = 100;

    /// <summary>The layers, from 0, whose gradient was too small to learn from in every epoch.</summary>
    public static IReadOnlyList<int> LayersWithout(FoldOutcome fold)
    {
        ArgumentNullException.ThrowIfNull(fold);
        return fold.LayerGradientNorms.Count == 0
            ? []
            :
            [
                .. Enumerable.Range(0, fold.LayerGradientNorms[0].Count)
                    .Where(layer => fold.LayerGradientNorms.All(epoch => epoch[layer] < Vanishing)),
            ];
    }

    /// <summary>Whether gradients exploded in some epoch.</summary>
    /// <param name="fold">The training.</param>
    /// <param name="clip">The norm at which gradients were clipped.</param>
    public static bool Explodes(FoldOutcome fold, double clip)
    {
        ArgumentNullException.ThrowIfNull(fold);
        return fold.GradientNorms.Any(norm => norm > Exploding * clip);
    }

    /// <summary>What is to be told of an objective's gradients; nothing where they were sound.</summary>
    internal static IEnumerable<Finding> FindingsOf(LossOutcome outcome, double clip)
    {
        int[] still = [.. outcome.Folds.SelectMany(LayersWithout).Distinct().Order().Select(layer => layer + 1)];
        if (still.Length > 0)
        {
            int folds = outcome.Folds.Count(fold => LayersWithout(fold).Count > 0);
            yield return new(
                $"{outcome.Name}: the gradient vanishes in layer {string.Join(" and ", still)} in {folds} of "
                + $"{outcome.Folds.Count} folds, so nothing is learnt there; the loss is flat at most residuals or "
                + $"margins.");
        }

        int exploding = outcome.Folds.Count(fold => Explodes(fold, clip));
        if (exploding > 0)
        {
            string limit = (Exploding * clip).ToString("R", CultureInfo.InvariantCulture);
            yield return new(
                $"{outcome.Name}: gradients explode in {exploding} of {outcome.Folds.Count} folds, to norms above "
                + $"{limit}; "
                + "clipping alone holds them.");
        }
    }
}
